import { formatDecimal } from '@tierwise/catalog/decimal';
import { parseUsd } from './parse-usd.ts';

/** Two amounts to compare, USD as decimal strings. */
export interface SavingOptions {
  readonly spentUsd: string;
  /** What the same work would have cost with the model it is compared to. */
  readonly baselineUsd: string;
}

/** What was saved, in USD as an exact decimal string and in percent. */
export interface Saving {
  /** Negative when more was spent than the baseline. */
  readonly usd: string;
  /** Percent of the baseline with two decimals, rounded towards zero; `null` when the baseline is zero. */
  readonly percent: string | null;
}

/**
 * What was saved against a baseline.
 *
 * @throws RangeError when an amount is no plain decimal.
 */
export function saving({ spentUsd, baselineUsd }: SavingOptions): Saving {
  const baseline = parseUsd(baselineUsd);
  const saved = baseline - parseUsd(spentUsd);
  return {
    usd: formatDecimal(saved),
    percent: baseline === 0n ? null : percentOf(saved, baseline),
  };
}

function percentOf(saved: bigint, baseline: bigint): string {
  const hundredths = (saved * 10_000n) / baseline;
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  const fraction = (magnitude % 100n).toString().padStart(2, '0');
  return `${hundredths < 0n ? '-' : ''}${magnitude / 100n}.${fraction}`;
}
