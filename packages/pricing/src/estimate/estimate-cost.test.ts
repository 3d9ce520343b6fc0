import { describe, expect, it } from 'vitest';
import { estimateCost } from './estimate-cost.ts';

const rates = { input: '0.000003', output: '0.000015', cacheRead: '0.0000003' };
const model = { id: 'acme/one', prices: { rates, overrides: [], dynamic: false } };

describe('estimateCost', () => {
  it('prices a call of a size, with the part that a cache serves', () => {
    expect(estimateCost({ model, inputTokens: 1000, outputTokens: 100 })).toBe('0.0045');
    expect(
      estimateCost({ model, inputTokens: 1000, outputTokens: 100, cachedInputTokens: 900 }),
    ).toBe('0.00207');
  });

  it('takes no more from the cache than the prompt has', () => {
    expect(estimateCost({ model, inputTokens: 10, outputTokens: 0, cachedInputTokens: 99 })).toBe(
      '0.000003',
    );
  });

  it('is null, not zero, for a router or an unknown price', () => {
    const router = { id: 'openrouter/auto', prices: { rates: {}, overrides: [], dynamic: true } };
    const unknown = { id: 'a/b', prices: { rates: { input: '1' }, overrides: [], dynamic: false } };
    expect(estimateCost({ model: router, inputTokens: 1, outputTokens: 1 })).toBeNull();
    expect(estimateCost({ model: unknown, inputTokens: 1, outputTokens: 1 })).toBeNull();
  });

  it('names a count that is none', () => {
    expect(() => estimateCost({ model, inputTokens: Number.NaN, outputTokens: 1 })).toThrow(
      /inputTokens is NaN/,
    );
    expect(() => estimateCost({ model, inputTokens: 1, outputTokens: -1 })).toThrow(
      /outputTokens is -1/,
    );
  });
});
