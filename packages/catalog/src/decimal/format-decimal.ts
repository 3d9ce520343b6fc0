import { DECIMAL_PLACES, type Decimal } from './decimal.ts';

const ZERO = '0'.charCodeAt(0);

/** Writes a decimal in plain notation without trailing zeros: `'0.0000025'`, `'3'`, `'-0.5'`. */
export function formatDecimal(value: Decimal): string {
  if (value < 0n) return `-${formatDecimal(-value)}`;
  const digits = value.toString();
  const point = digits.length - DECIMAL_PLACES;
  const end = lengthWithoutZeros(digits, Math.max(0, point));
  if (point <= 0) return end === 0 ? '0' : `0.${'0'.repeat(-point)}${digits.slice(0, end)}`;
  const whole = digits.slice(0, point);
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`;
}

/** Cuts zeros off the end, but none in front of `start`. A loop, because this is half the time of pricing a call. */
function lengthWithoutZeros(digits: string, start: number): number {
  let end = digits.length;
  while (end > start && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return end;
}
