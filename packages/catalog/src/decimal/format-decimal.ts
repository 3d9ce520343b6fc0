import { DECIMAL_PLACES, type Decimal } from './decimal.ts';

/** Writes a decimal in plain notation without trailing zeros: `'0.0000025'`, `'3'`, `'-0.5'`. */
export function formatDecimal(value: Decimal): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMAL_PLACES + 1, '0');
  const whole = digits.slice(0, -DECIMAL_PLACES);
  const fraction = digits.slice(-DECIMAL_PLACES).replace(/0+$/, '');
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
