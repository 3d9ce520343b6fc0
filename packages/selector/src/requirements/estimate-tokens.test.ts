import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTextTokens } from './estimate-tokens.ts';

describe('estimateTextTokens', () => {
  it.each([
    // o200k counts of these sentences, taken with gpt-tokenizer 4.
    ['The quick brown fox jumps over the lazy dog near the river bank.', 14],
    ['const total = items.reduce((sum, item) => sum + item.price * item.count, 0);', 22],
    ['人工智能正在改变我们的工作方式，也带来新的挑战。', 13],
  ])('is within a third of the real count for "%s"', (text, tokens) => {
    const estimate = estimateTextTokens(text);
    expect(estimate).toBeGreaterThan(tokens * 0.67);
    expect(estimate).toBeLessThan(tokens * 1.5);
  });

  it('never shrinks when text is added', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(estimateTextTokens(one + other)).toBeGreaterThanOrEqual(estimateTextTokens(one));
      }),
    );
  });
});
