import { compareUsd } from '../money/compare-usd.ts';
import { sumUsd } from '../money/sum-usd.ts';

/** How much is too much. */
export interface SpendLimitOptions {
  /** The most that everything together may cost, USD as a decimal string. */
  readonly maxUsd: string;
}

/** Adds up what the attempts of one call cost, and says when another one might go beyond the maximum. */
export interface SpendLimit {
  /** Why an attempt of that estimate (USD, `null` when nobody knows) must not begin; `undefined` when it may. */
  objection(estimateUsd: string | null): string | undefined;
  /** An attempt begins: its estimate counts until it is settled. `null`, nobody knows, counts as nothing. */
  reserve(id: string, estimateUsd: string | null): void;
  /** An attempt ended and cost that; `null`, nobody knows, leaves its estimate standing. */
  settle(id: string, usd: string | null): void;
}

/**
 * A maximum for attempts that follow each other or run side by side; an id has one unsettled attempt at a time. It holds
 * exactly as far as the estimates do: an attempt that costs more than its estimate is noticed after it.
 *
 * @throws RangeError from its methods when an amount is no plain decimal.
 */
export function createSpendLimit({ maxUsd }: SpendLimitOptions): SpendLimit {
  const settled: string[] = [];
  const reserved = new Map<string, string>();
  const totalUsd = (): string => sumUsd([...settled, ...reserved.values()]);
  return {
    objection: (estimateUsd) => {
      if (estimateUsd === null) return 'its price is not known, and a maximum was set';
      const soFar = totalUsd();
      return compareUsd(sumUsd([soFar, estimateUsd]), maxUsd) > 0
        ? `up to $${estimateUsd} on top of $${soFar} > $${maxUsd}`
        : undefined;
    },
    reserve: (id, estimateUsd) => {
      reserved.set(id, estimateUsd ?? '0');
    },
    settle: (id, usd) => {
      settled.push(usd ?? reserved.get(id) ?? '0');
      reserved.delete(id);
    },
  };
}
