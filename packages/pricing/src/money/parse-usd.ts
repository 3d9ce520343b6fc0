import { type Decimal, parseDecimal } from '@tierwise/catalog/decimal';

/**
 * Reads an amount of USD.
 *
 * @throws RangeError when the text is no plain decimal.
 */
export function parseUsd(usd: string): Decimal {
  const amount = parseDecimal(usd);
  if (amount !== null) return amount;
  throw new RangeError(
    `${JSON.stringify(usd)} is no amount; write plain decimal USD, for example "0.0025".`,
  );
}
