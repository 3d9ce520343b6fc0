/**
 * Exact amounts as integers of 10^-36: listed rates have up to 22 decimals, a fee of a few percent adds two,
 * and nothing here divides by anything but powers of ten and small factors of it.
 */
const DECIMALS = 36;

/** An amount of USD, or a rate in USD per unit, in units of 10^-36. */
export type Amount = bigint;

const PATTERN = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Reads a decimal string such as `"0.0000025"` or `"1e-7"`. Undefined when it is none, or has more than 36 decimals. */
export function parseAmount(decimal: unknown): Amount | undefined {
  if (typeof decimal !== 'string' && typeof decimal !== 'number') return undefined;
  const match = PATTERN.exec(String(decimal).trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return undefined;
  const shift = DECIMALS - fraction.length + Number(exponent);
  if (shift < 0) return undefined;
  const amount = BigInt(whole + fraction) * 10n ** BigInt(shift);
  return sign === '-' ? -amount : amount;
}

/** Writes an amount as a plain decimal string without trailing zeros. */
export function formatAmount(amount: Amount): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -DECIMALS);
  return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The nearest double, for the wire: OpenRouter reports costs as JSON numbers. */
export function toWireNumber(amount: Amount): number {
  return Number(formatAmount(amount));
}
