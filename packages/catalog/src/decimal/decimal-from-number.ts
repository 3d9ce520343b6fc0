import { DECIMAL_PLACES, type Decimal } from './decimal.ts';

const SHORTEST = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * The decimal that a number prints as: `1.13e-5` is exactly 0.0000113. Never a float multiplication, so a
 * cost that JSON carried as `0.1` stays 0.1. Digits beyond 24 decimals are cut off. `NaN` and infinities give `null`.
 */
export function decimalFromNumber(value: number): Decimal | null {
  if (value === 0) return 0n;
  const match = SHORTEST.exec(String(value));
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  const magnitude = shift(digits, DECIMAL_PLACES + Number(exponent) - fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

const POWERS: readonly bigint[] = Array.from(
  { length: DECIMAL_PLACES + 1 },
  (_, power) => 10n ** BigInt(power),
);

function shift(digits: bigint, places: number): bigint {
  if (places >= 0) return digits * (POWERS[places] ?? 10n ** BigInt(places));
  return digits / 10n ** BigInt(-places);
}
