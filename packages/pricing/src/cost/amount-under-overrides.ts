import type { Decimal } from '@tierwise/catalog/decimal';
import type { ReadUsage } from '../usage/read-usage.ts';
import { computeCost } from './compute-cost.ts';
import type { CostOfOptions } from './cost-of-options.ts';

/** What the call would have cost without overrides, and under each of them alone: another window, another threshold. */
export function amountUnderOverrides(usage: ReadUsage, options: CostOfOptions): readonly Decimal[] {
  const { rates, overrides } = (options.endpoint ?? options.model).prices;
  if (overrides.length === 0) return [];
  const alternatives = [rates, ...overrides.map((override) => ({ ...rates, ...override.rates }))];
  return alternatives.map((alternative) => {
    const endpoint = { prices: { rates: alternative, overrides: [], dynamic: false } };
    return computeCost(usage, { ...options, endpoint }).amount;
  });
}
