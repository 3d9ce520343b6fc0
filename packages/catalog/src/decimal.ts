/**
 * In: decimal strings and numbers. Out: exact decimals as `bigint`, and strings again. For everything near money.
 * Called by: pricing, and whoever adds up costs. A separate entry, so that arithmetic loads no schemas.
 */
export { decimalFromNumber } from './decimal/decimal-from-number.ts';
export { DECIMAL_PLACES, ONE, type Decimal } from './decimal/decimal.ts';
export { formatDecimal } from './decimal/format-decimal.ts';
export { parseDecimal } from './decimal/parse-decimal.ts';
export { shiftPoint } from './decimal/shift-point.ts';
