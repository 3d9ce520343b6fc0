import { DECIMAL_PLACES, type Decimal } from './decimal.ts';

/** Digits, optionally a point and digits, optionally a minus sign. No exponent, no blanks, no bare point. */
const GRAMMAR = /^(-?)(\d{1,40})(?:\.(\d{1,24}))?$/;

/** Reads `'0.0000025'` exactly. Anything outside plain decimal notation with at most 24 decimals gives `null`. */
export function parseDecimal(text: string): Decimal | null {
  const match = GRAMMAR.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const magnitude = BigInt(whole + fraction.padEnd(DECIMAL_PLACES, '0'));
  return sign === '-' ? -magnitude : magnitude;
}
