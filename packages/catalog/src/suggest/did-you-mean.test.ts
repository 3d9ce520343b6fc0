import { describe, expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const KEYS = ['tier', 'models', 'maxCostUsd', 'maxAttempts', 'session', 'explain'];

describe('didYouMean', () => {
  it.each([
    ['teir', 'tier'],
    ['tiers', 'tier'],
    ['maxAttemps', 'maxAttempts'],
    ['maxCost', 'maxCostUsd'],
    ['max_cost_usd', 'maxCostUsd'],
    ['seesion', 'session'],
  ])('takes %s for %s', (wanted, meant) => {
    expect(didYouMean(wanted, KEYS)).toBe(`Did you mean "${meant}"?`);
  });

  it('names everything there is when nothing looks like it', () => {
    expect(didYouMean('zzz', KEYS)).toContain('Known: tier, models,');
  });
});
