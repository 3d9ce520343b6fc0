import { parseUsd } from './parse-usd.ts';

/**
 * Orders two amounts: below 0, 0 or above 0, as `sort` wants it. `'0.10'` and `'0.1'` are equal.
 *
 * @throws RangeError when one of them is no plain decimal.
 */
export function compareUsd(a: string, b: string): number {
  const difference = parseUsd(a) - parseUsd(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
