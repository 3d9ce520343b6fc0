const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The value of digits with their separators: `1,248` and `0.5`. `undefined` for what may mean several things: a decimal comma, a
 * broken group (`13,2000`), a code or time of day (`0130`).
 */
export function numberValue(digits: string): number | undefined {
  if (/^0\d/.test(digits)) return undefined;
  if (!digits.includes(',')) return finite(Number(digits));
  return THOUSANDS.test(digits) ? finite(Number(digits.replaceAll(',', ''))) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
