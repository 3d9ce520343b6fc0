import { saving, totalCost } from '@tierwise/pricing';
import type { TierwiseMetadata } from 'tierwise';

/** The money of one or more calls. */
export interface Money {
  /** `null` when a part of it is unknown. */
  readonly spentUsd: string | null;
  readonly baselineUsd: string | null;
  /** Percent of the baseline that was not spent; `null` when either side is unknown. */
  readonly savedPercent: string | null;
}

/** Adds up what calls cost, their failed attempts included, and what the premium baseline would have cost. */
export function moneyOf(calls: readonly TierwiseMetadata[]): Money {
  const spentUsd = totalCost(calls.map(({ cost }) => cost)).usd;
  const baselineUsd = totalCost(calls.map(({ cost }) => ({ usd: cost.baseline?.usd ?? null }))).usd;
  return {
    spentUsd,
    baselineUsd,
    savedPercent:
      spentUsd === null || baselineUsd === null ? null : saving({ spentUsd, baselineUsd }).percent,
  };
}
