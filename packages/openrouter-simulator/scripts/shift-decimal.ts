/** Moves the decimal point of a decimal string by `places` (negative = to the left). Exact: digits are never computed with. */
export function shiftDecimal(decimal: string, places: number): string {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(decimal);
  if (match === null) throw new Error(`Not a plain decimal number: ${decimal}`);
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(point, 1);
  const full = padded.padEnd(at, '0');
  const tail = full.slice(at).replace(/0+$/, '');
  const head = full.slice(0, at).replace(/^0+(?=\d)/, '');
  return tail === '' ? head : `${head}.${tail}`;
}
