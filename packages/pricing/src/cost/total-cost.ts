import { sumUsd } from '../money/sum-usd.ts';

/** A cost to add up: a `CallCost`, or any amount that says what is known where it is unknown. */
export interface Amount {
  readonly usd: string | null;
  readonly atLeastUsd?: string | undefined;
}

/** What several calls, steps or attempts cost together. */
export interface TotalCost {
  /** The exact sum; `null` when a single cost is unknown, because unknown is not zero. */
  readonly usd: string | null;
  /** The sum of everything that is known. Equals `usd` when nothing is unknown. */
  readonly atLeastUsd: string;
  readonly unknownCount: number;
}

/** Adds costs up. The order makes no difference, and no cost at all is `'0'`. */
export function totalCost(costs: readonly Amount[]): TotalCost {
  const unknownCount = costs.filter((cost) => cost.usd === null).length;
  const atLeastUsd = sumUsd(costs.map((cost) => cost.usd ?? cost.atLeastUsd ?? '0'));
  return { usd: unknownCount === 0 ? atLeastUsd : null, atLeastUsd, unknownCount };
}
