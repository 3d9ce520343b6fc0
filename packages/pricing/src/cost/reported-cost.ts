import { type Decimal, formatDecimal } from '@tierwise/catalog/decimal';
import type { ReadUsage } from '../usage/read-usage.ts';
import type { DifferenceReason, KnownCost } from './call-cost.ts';
import type { Computation } from './compute-cost.ts';
import { amountOfCharge, costLine, type KnownCharge } from './cost-line.ts';
import type { CostOfOptions } from './cost-of-options.ts';
import { differenceReasons } from './difference-reasons.ts';
import { extraCharges } from './extra-charges.ts';
import { impliedRates } from './implied-rates.ts';
import { lazily } from './lazily.ts';

export interface ReportedCostOptions {
  readonly usage: ReadUsage;
  readonly computation: Computation;
  /** What the caller paid. */
  readonly spend: Decimal;
  readonly options: CostOfOptions;
}

/** The cost that OpenRouter reported, explained by the prices as far as they reach. */
export function reportedCost({
  usage,
  computation,
  spend,
  options,
}: ReportedCostOptions): KnownCost {
  const extras = extraCharges(usage);
  const head = { usd: formatDecimal(spend), source: 'reported' } as const;
  const extraReasons = reasonsOf(usage, extras);
  if (computation.missing !== null && computation.missing !== 'server-tool') {
    return { ...head, computedUsd: null, differenceUsd: null, reasons: extraReasons, lines: [] };
  }
  const paid = spend - sumOf(extras);
  const reasons = differenceReasons({ usage, options, paid, computed: computation.amount });
  const implied = reasons.includes('endpoint-price') ? impliedRates(usage) : null;
  const lines = lazily(() => [...computation.charges, ...extras].map(costLine));
  return {
    ...head,
    computedUsd: formatDecimal(computation.amount),
    differenceUsd: formatDecimal(paid - computation.amount),
    reasons: [...extraReasons, ...reasons],
    get lines() {
      return lines();
    },
    ...(implied !== null && { impliedRates: implied }),
  };
}

function reasonsOf(
  { report }: ReadUsage,
  extras: readonly KnownCharge[],
): readonly DifferenceReason[] {
  if (report.byok) return ['byok'];
  return extras.length > 0 ? ['server-tool'] : [];
}

function sumOf(charges: readonly KnownCharge[]): Decimal {
  return charges.reduce((sum, charge) => sum + amountOfCharge(charge), 0n);
}
