import { saving, totalCost } from '@tierwise/pricing';
import type { TierwiseMetadata } from 'tierwise';

/** The money of one or more calls. */
export interface Money {
  /** `null` when a part of it is unknown. */
  readonly spentUsd: string | null;
  /** The part of `spentUsd` that is known. */
  readonly atLeastUsd: string;
  readonly baselineUsd: string | null;
  /** Percent of the baseline that was not spent; `null` when either side is unknown. */
  readonly savedPercent: string | null;
}

/** Adds up what calls cost, their failed attempts included, and what the premium baseline would have cost. */
export function moneyOf(calls: readonly TierwiseMetadata[]): Money {
  const { usd: spentUsd, atLeastUsd } = totalCost(calls.map(({ cost }) => cost));
  const baselineUsd = totalCost(calls.map(({ cost }) => ({ usd: cost.baseline?.usd ?? null }))).usd;
  return {
    spentUsd,
    atLeastUsd,
    baselineUsd,
    savedPercent:
      spentUsd === null || baselineUsd === null ? null : saving({ spentUsd, baselineUsd }).percent,
  };
}
