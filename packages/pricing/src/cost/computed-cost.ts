import { formatDecimal, ONE } from '@tierwise/catalog/decimal';
import { parseUsd } from '../money/parse-usd.ts';
import type { ReadUsage } from '../usage/read-usage.ts';
import type { CallCost } from './call-cost.ts';
import type { Computation } from './compute-cost.ts';
import { amountOfCharge, costLine, type KnownCharge } from './cost-line.ts';
import type { CostOfOptions } from './cost-of-options.ts';
import { extraCharges } from './extra-charges.ts';
import { lazily } from './lazily.ts';

export interface ComputedCostOptions {
  readonly usage: ReadUsage;
  readonly computation: Computation;
  /** OpenRouter reported 0 and is not believed. */
  readonly suspicious: boolean;
  readonly options: CostOfOptions;
}

/** The cost by the prices alone, for calls that reported none; unknown when the prices do not cover everything. */
export function computedCost({
  usage,
  computation,
  suspicious,
  options,
}: ComputedCostOptions): CallCost {
  const { charges, amount, missing } = computation;
  const fee = byokFee(usage, computation, options);
  const usd = formatDecimal(fee.reduce((sum, charge) => sum + amountOfCharge(charge), amount));
  const lines = lazily(() => [...charges, ...fee].map(costLine));
  if (missing !== null) {
    return {
      usd: null,
      source: 'unknown',
      reason: missing,
      atLeastUsd: usd,
      get lines() {
        return lines();
      },
    };
  }
  return {
    usd,
    source: 'computed',
    computedUsd: fee.length === 0 ? usd : formatDecimal(amount),
    differenceUsd: '0',
    reasons: suspicious ? ['suspicious-zero'] : fee.length > 0 ? ['byok'] : [],
    get lines() {
      return lines();
    },
  };
}

function byokFee(
  usage: ReadUsage,
  { amount }: Computation,
  { byok }: CostOfOptions,
): readonly KnownCharge[] {
  if (usage.report.byok && usage.report.cost !== null) return extraCharges(usage);
  const rate = byok === undefined ? 0n : (amount * parseUsd(byok.feeShare)) / ONE;
  return rate === 0n ? [] : [{ kind: 'byok-fee', quantity: 1, rate }];
}
