import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTextTokens } from './count-text-tokens.ts';
import { createTokenCalibration } from './create-token-calibration.ts';
import { estimateTokens } from './estimate-tokens.ts';

const gpt = { id: 'openai/gpt-5.2', tokenizer: 'GPT' };
const claude = { id: 'anthropic/claude-sonnet-4.6', tokenizer: 'Claude' };
const messages = ['Sort these receipts by date, newest first, and add them up. '.repeat(20)];

describe('countTextTokens', () => {
  it('counts nothing for nothing, and something for anything visible', () => {
    expect(countTextTokens('')).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const tokens = countTextTokens(text);
        return Number.isSafeInteger(tokens) && tokens >= 0;
      }),
    );
  });

  it('grows with the text', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 40 }), (a, b) => {
        expect(countTextTokens(`${a} ${b}`)).toBeGreaterThanOrEqual(countTextTokens(a));
      }),
    );
  });

  it('stays linear on a megabyte of anything repeated', () => {
    for (const unit of [' ', 'a', '!', '1', '漢', ' \n', 'aB']) {
      expect(countTextTokens(unit.repeat(1_000_000 / unit.length))).toBeGreaterThan(0);
    }
  });
});

describe('estimateTokens', () => {
  it('expects more of families that cut finer, and bounds them wider', () => {
    const [small, large] = [
      estimateTokens({ model: gpt, messages }),
      estimateTokens({ model: claude, messages }),
    ];
    expect(large.expected).toBeGreaterThan(small.expected);
    expect(large.p95 / large.expected).toBeGreaterThan(small.p95 / small.expected);
  });

  it('adds the instructions that Claude is given unseen for a first tool, and goes by the vendor where no family is named', () => {
    const tools = [{ name: 'now', description: 'The time.', parameters: {} }];
    const added =
      estimateTokens({ model: claude, messages, tools }).expected -
      estimateTokens({ model: claude, messages }).expected;
    expect(added).toBeGreaterThan(490);
    const untold = { ...claude, tokenizer: null };
    expect(estimateTokens({ model: untold, messages, tools })).toEqual(
      estimateTokens({ model: claude, messages, tools }),
    );
  });

  it('counts images and messages, and takes an exact tokenizer', () => {
    expect(
      estimateTokens({ model: gpt, messages: ['abc', 'de'], images: 1, countText: lengthOf }),
    ).toEqual({
      expected: 815,
      p95: Math.ceil(15 * 1.05 * 1.1) + 1600,
    });
  });

  it('learns from finished calls of a model, and of that model only', () => {
    const calibration = createTokenCalibration();
    const before = estimateTokens({ model: claude, messages });
    for (let call = 0; call < 30; call += 1) {
      calibration.learn({
        modelId: claude.id,
        estimatedTokens: before.expected,
        chargedTokens: Math.round(before.expected * 1.25),
      });
    }
    const after = estimateTokens({ model: claude, messages, calibration });
    expect(after.expected / before.expected).toBeCloseTo(1.25, 2);
    expect(estimateTokens({ model: gpt, messages, calibration })).toEqual(
      estimateTokens({ model: gpt, messages }),
    );
  });
});

describe('createTokenCalibration', () => {
  it('ignores tiny calls and counts that are none, and is not thrown by one odd call', () => {
    const calibration = createTokenCalibration();
    calibration.learn({ modelId: 'a/b', estimatedTokens: 10, chargedTokens: 500 });
    calibration.learn({ modelId: 'a/b', estimatedTokens: 100, chargedTokens: Number.NaN });
    expect(calibration.factorOf('a/b')).toBeNull();
    calibration.learn({ modelId: 'a/b', estimatedTokens: 100, chargedTokens: 100_000 });
    expect(calibration.factorOf('a/b')).toBeCloseTo(1.2);
  });

  it('X7: forgets the model learnt least recently', () => {
    const calibration = createTokenCalibration({ maxModels: 2 });
    for (const modelId of ['a', 'b', 'a', 'c']) {
      calibration.learn({ modelId, estimatedTokens: 100, chargedTokens: 110 });
    }
    expect(['a', 'b', 'c'].map((id) => calibration.factorOf(id) !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

function lengthOf(text: string): number {
  return text.length;
}
