import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countTextTokens } from '../src/tokens.ts';
import { TEXTS } from './texts.ts';

const measured = Object.entries(TEXTS).map(([name, text]) => {
  const exact = countTokens(text);
  return { name, exact, error: countTextTokens(text) / exact - 1 };
});

describe('countTextTokens against the o200k tokenizer', () => {
  it('is off by 6 % in the mean, over English, Chinese, code and JSON', () => {
    const mean = measured.reduce((sum, { error }) => sum + Math.abs(error), 0) / measured.length;
    const worst = measured.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error))[0];
    console.log(
      `token estimator: ${measured.length} texts, mean error ${(mean * 100).toFixed(1)} %, ` +
        `worst ${((worst?.error ?? 0) * 100).toFixed(1)} % (${worst?.name})`,
    );
    expect(mean).toBeLessThanOrEqual(0.06);
  });

  it.each(measured)('is off by at most 15 % on $name ($exact tokens)', ({ exact, error }) => {
    expect(exact).toBeGreaterThan(200);
    expect(Math.abs(error)).toBeLessThanOrEqual(0.15);
  });
});
