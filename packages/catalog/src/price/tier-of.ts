import { parseDecimal } from '../decimal/parse-decimal.ts';
import type { Model } from '../model.ts';
import { blendedPerMillion } from './blended-usd-per-million.ts';
import { isFree } from './is-free.ts';
import { DEFAULT_TIER_BANDS, type Tier, type TierBands } from './tier.ts';

/** Where the bands begin. */
export interface TierOfOptions {
  /** Default: {@link DEFAULT_TIER_BANDS}. */
  readonly bands?: TierBands;
}

const DEAREST_FIRST = ['premium', 'standard', 'economy', 'ultra-low'] as const;

/**
 * The price band of a model. `null` when its price is unknown or dynamic, or zero without being free.
 *
 * @throws RangeError when a band is no decimal.
 */
export function tierOf(
  model: Pick<Model, 'id' | 'variant' | 'prices'>,
  { bands = DEFAULT_TIER_BANDS }: TierOfOptions = {},
): Tier | null {
  if (isFree(model)) return 'free';
  const blended = blendedPerMillion(model);
  if (blended === null || blended === 0n) return null;
  return DEAREST_FIRST.find((tier) => blended >= lowerBound(bands, tier)) ?? null;
}

function lowerBound(bands: TierBands, tier: keyof TierBands): bigint {
  const bound = parseDecimal(bands[tier]);
  if (bound !== null) return bound;
  throw new RangeError(
    `The band ${tier} begins at ${JSON.stringify(bands[tier])}; write plain decimal USD per 1M.`,
  );
}
