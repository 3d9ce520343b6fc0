import { decimalFromNumber } from '../decimal/decimal-from-number.ts';
import { type Decimal, ONE } from '../decimal/decimal.ts';
import { formatDecimal } from '../decimal/format-decimal.ts';
import { parseDecimal } from '../decimal/parse-decimal.ts';
import type { Model } from '../model.ts';

/** How input and output weigh in one price. */
export interface BlendOptions {
  /**
   * The part of all tokens that is input, from 0 to 1.
   * Default: 0.5, one input token for each output token, as the bands of the tiers are stated.
   */
  readonly inputShare?: number;
}

/** One price for a model, in USD per 1M tokens; `null` when its price is unknown or dynamic. */
export function blendedUsdPerMillion(
  model: Pick<Model, 'prices'>,
  options: BlendOptions = {},
): string | null {
  const blended = blendedPerMillion(model, options);
  return blended === null ? null : formatDecimal(blended);
}

/** {@link blendedUsdPerMillion} as a decimal, for comparing.
 *
 * @throws RangeError when `inputShare` is not between 0 and 1.
 */
export function blendedPerMillion(
  { prices }: Pick<Model, 'prices'>,
  { inputShare = 0.5 }: BlendOptions = {},
): Decimal | null {
  const share = shareOf(inputShare);
  const input = parseDecimal(prices.rates.input ?? '');
  const output = parseDecimal(prices.rates.output ?? '');
  if (input === null || output === null) return null;
  return ((input * share + output * (ONE - share)) * 1_000_000n) / ONE;
}

function shareOf(inputShare: number): Decimal {
  const share = decimalFromNumber(inputShare);
  if (share !== null && share >= 0n && share <= ONE) return share;
  throw new RangeError(`inputShare is ${inputShare}; it must be between 0 and 1.`);
}
