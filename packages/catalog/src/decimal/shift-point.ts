import type { Decimal } from './decimal.ts';

/** Divides or multiplies by a power of ten: `shiftPoint(value, -6)` turns a price per million into one per token. */
export function shiftPoint(value: Decimal, places: number): Decimal {
  return places >= 0 ? value * 10n ** BigInt(places) : value / 10n ** BigInt(-places);
}
