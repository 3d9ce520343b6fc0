import type { Decimal } from '@tierwise/catalog/decimal';
import type { CostReport } from '../usage/billable-usage.ts';

/**
 * What the caller paid by OpenRouter's own word; `null` when it does not say. On the caller's own key `cost` is only
 * the fee, and the provider's charge comes on top. Without it, `upstream_inference_cost` merely repeats `cost`.
 */
export function reportedSpend({ cost, byok, upstream }: CostReport): Decimal | null {
  if (cost === null) return null;
  if (!byok) return cost;
  return upstream === null ? null : cost + upstream;
}
