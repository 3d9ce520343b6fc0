import { formatDecimal } from '@tierwise/catalog/decimal';
import { readUsage } from '../usage/read-usage.ts';
import { computeCost } from './compute-cost.ts';
import type { CostOfOptions } from './cost-of-options.ts';

/**
 * Only the amount that the prices give for a finished call, in USD; `null` when it is unknown. What OpenRouter reported is
 * not looked at. For hot paths: half the time of {@link costOf}, which explains.
 */
export function listCost(options: Omit<CostOfOptions, 'byok'>): string | null {
  const { amount, missing } = computeCost(readUsage(options.usage), options);
  return missing === null ? formatDecimal(amount) : null;
}
