import type { Decimal } from '@tierwise/catalog/decimal';

/** 10⁻¹² USD, the absolute tolerance. */
const TINY: Decimal = 10n ** 12n;

/**
 * Whether two amounts are the same but for the floating point they were reported in: to one part in a million, or to
 * 10⁻¹² USD.
 */
export function agrees(a: Decimal, b: Decimal): boolean {
  const difference = a > b ? a - b : b - a;
  return difference <= TINY || difference * 1_000_000n <= (a > b ? a : b);
}
