import { formatDecimal, ONE } from '@tierwise/catalog/decimal';
import { parseUsd } from '../money/parse-usd.ts';

/** The credits to buy, USD as a decimal string. */
export interface TopUpOptions {
  readonly creditsUsd: string;
}

/** What buying credits costs, USD as exact decimal strings. */
export interface TopUp {
  readonly creditsUsd: string;
  /** OpenRouter's fee for buying them. It is no part of what a call reports. */
  readonly feeUsd: string;
  readonly totalUsd: string;
}

/** OpenRouter's price list of 2026-08: 5.5 % by card, $0.80 at least. Credits by crypto currency cost 5 %. */
const FEE_PER_MILLE = 55n;
const MIN_FEE = (ONE * 8n) / 10n;

/**
 * What buying credits costs, by card. Nothing bought costs nothing.
 *
 * @throws RangeError when the amount is no plain decimal.
 */
export function topUp({ creditsUsd }: TopUpOptions): TopUp {
  const credits = parseUsd(creditsUsd);
  const share = (credits * FEE_PER_MILLE) / 1000n;
  const fee = credits === 0n ? 0n : share > MIN_FEE ? share : MIN_FEE;
  return { creditsUsd, feeUsd: formatDecimal(fee), totalUsd: formatDecimal(credits + fee) };
}
