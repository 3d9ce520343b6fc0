import type { Model } from '@tierwise/catalog';
import { estimateCost } from '../estimate/estimate-cost.ts';
import { type Saving, saving } from '../money/saving.ts';

/** A model, the size of a call in tokens, and the hit rates to compare. */
export interface CachingSavingsOptions {
  readonly model: Pick<Model, 'id' | 'prices'>;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Shares of the prompt that the cache serves, from 0 to 1. Default: 0, 0.25, 0.5, 0.75, 0.9. */
  readonly hitRates?: readonly number[];
  /** Default: now. */
  readonly at?: Date;
}

/** What a call costs at one hit rate, USD as an exact decimal string. */
export interface CachingSaving {
  readonly hitRate: number;
  readonly usd: string;
  /** Against no cache at all. The first write into the cache is not counted. */
  readonly saving: Saving;
}

/**
 * What a call costs by the share of its prompt that a cache serves; `null` when the price is unknown.
 *
 * @throws RangeError when a count is no whole number or a rate not between 0 and 1.
 */
export function cachingSavings(options: CachingSavingsOptions): readonly CachingSaving[] | null {
  const { hitRates = [0, 0.25, 0.5, 0.75, 0.9], at = new Date(), ...call } = options;
  const baselineUsd = estimateCost({ ...call, at });
  if (baselineUsd === null) return null;
  return hitRates.flatMap((hitRate) => {
    if (!(hitRate >= 0 && hitRate <= 1))
      throw new RangeError(`A hit rate is ${hitRate}; it must be between 0 and 1.`);
    const cachedInputTokens = Math.floor(call.inputTokens * hitRate);
    const usd = estimateCost({ ...call, at, cachedInputTokens });
    return usd === null ? [] : [{ hitRate, usd, saving: saving({ spentUsd: usd, baselineUsd }) }];
  });
}
