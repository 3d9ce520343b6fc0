import { formatDecimal } from '@tierwise/catalog/decimal';
import { parseUsd } from './parse-usd.ts';

/**
 * The exact sum of amounts in USD; `'0'` for none. The order makes no difference.
 *
 * @throws RangeError when one of them is no plain decimal.
 */
export function sumUsd(amounts: readonly string[]): string {
  return formatDecimal(amounts.reduce((sum, usd) => sum + parseUsd(usd), 0n));
}
