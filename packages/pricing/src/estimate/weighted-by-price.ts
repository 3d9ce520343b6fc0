import { ONE, type Decimal } from '@tierwise/catalog/decimal';

/**
 * The mean of costs as OpenRouter picks endpoints: each with the weight 1 ÷ price². A free endpoint takes every call.
 * `null` for no costs.
 */
export function weightedByPrice(costs: readonly Decimal[] | null): Decimal | null {
  if (costs === null || costs.length === 0) return null;
  if (costs.includes(0n)) return 0n;
  const scale = ONE * ONE;
  const inverses = costs.map((cost) => scale / cost);
  const squares = inverses.reduce((sum, inverse) => sum + inverse * inverse, 0n);
  return (scale * inverses.reduce((sum, inverse) => sum + inverse, 0n)) / squares;
}
