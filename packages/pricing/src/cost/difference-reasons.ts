import { type Decimal, ONE } from '@tierwise/catalog/decimal';
import type { ReadUsage } from '../usage/read-usage.ts';
import { agrees } from './agrees.ts';
import type { DifferenceReason } from './call-cost.ts';
import { amountUnderOverrides } from './amount-under-overrides.ts';
import type { CostOfOptions } from './cost-of-options.ts';

export interface DifferenceReasonsOptions {
  readonly usage: ReadUsage;
  readonly options: CostOfOptions;
  /** What was paid for inference, extras taken off. */
  readonly paid: Decimal;
  /** What the prices give. */
  readonly computed: Decimal;
}

/** OpenRouter's PDF parser costs $2 for 1000 pages. */
const PDF_PAGE: Decimal = ONE / 500n;

/** Names what can explain a difference between what was paid and what the prices give, likeliest first. */
export function differenceReasons(
  difference: DifferenceReasonsOptions,
): readonly DifferenceReason[] {
  const { usage, options, paid, computed } = difference;
  if (agrees(paid, computed)) return [];
  if (paid === 0n) return ['free'];
  if (isPdf(difference)) return ['pdf'];
  if (amountUnderOverrides(usage, options).some((amount) => agrees(amount, paid)))
    return ['override'];
  return agrees(inferenceOf(usage), paid) ? ['endpoint-price', 'price-changed'] : ['unknown'];
}

/** Whole pages on top of an inference that costs what the list says. */
function isPdf({ usage, paid, computed }: DifferenceReasonsOptions): boolean {
  const extra = paid - computed;
  if (extra <= 0n || !agrees(inferenceOf(usage), computed)) return false;
  const pages = (extra + PDF_PAGE / 2n) / PDF_PAGE;
  return pages > 0n && agrees(pages * PDF_PAGE, extra);
}

/** The report's own split of the inference into prompt and answer. */
function inferenceOf({ report }: ReadUsage): Decimal {
  return (report.upstreamInput ?? 0n) + (report.upstreamOutput ?? 0n);
}
