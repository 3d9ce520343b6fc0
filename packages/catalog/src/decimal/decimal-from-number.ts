import { DECIMAL_PLACES, type Decimal } from './decimal.ts';

const SHORTEST = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * The decimal that a number prints as: `1.13e-5` is exactly 0.0000113. Never a float multiplication, so a
 * cost that JSON carried as `0.1` stays 0.1. Digits beyond 24 decimals are cut off. `NaN` and infinities give `null`.
 */
export function decimalFromNumber(value: number): Decimal | null {
  const match = SHORTEST.exec(String(value));
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const magnitude = shift(
    BigInt(whole + fraction),
    DECIMAL_PLACES + Number(exponent) - fraction.length,
  );
  return sign === '-' ? -magnitude : magnitude;
}

function shift(digits: bigint, places: number): bigint {
  return places >= 0 ? digits * 10n ** BigInt(places) : digits / 10n ** BigInt(-places);
}
