import type { Decimal } from '@tierwise/catalog/decimal';
import { ratesAt } from '../rates/rates-at.ts';
import type { ReadUsage } from '../usage/read-usage.ts';
import type { UnknownReason } from './call-cost.ts';
import { chargesOf } from './charges-of.ts';
import { amountOfCharge, isKnown, type KnownCharge } from './cost-line.ts';
import type { CostOfOptions } from './cost-of-options.ts';

/** What prices give for the counters of a call. */
export interface Computation {
  readonly charges: readonly KnownCharge[];
  /** The sum of the charges. */
  readonly amount: Decimal;
  /** Why the sum is not the whole cost; `null` when it is. */
  readonly missing: UnknownReason | null;
}

/** Service tiers whose prices are the model's own. */
const LISTED_TIERS: readonly string[] = ['default', 'auto', 'standard'];

/** Prices the counters of a call with the rates that held when it was made. */
export function computeCost(usage: ReadUsage, options: CostOfOptions): Computation {
  const { endpoint, model, at = new Date(), cacheTtl = '5m', serviceTier = 'default' } = options;
  const prices = endpoint?.prices ?? model.prices;
  const { tokens } = usage;
  if (tokens === null) return nothing('no-usage');
  if (endpoint === undefined && !LISTED_TIERS.includes(serviceTier)) return nothing('service-tier');
  if (prices.dynamic) return nothing('dynamic-price');
  const rates = ratesAt(prices, { inputTokens: tokens.input, at });
  const charges = chargesOf({ tokens, searches: usage, rates, cacheTtl });
  const known = charges.filter(isKnown);
  let amount = 0n;
  for (const charge of known) amount += amountOfCharge(charge);
  const missing =
    known.length < charges.length ? 'no-price' : usage.serverToolCalls > 0 ? 'server-tool' : null;
  return { charges: known, amount, missing };
}

function nothing(missing: UnknownReason): Computation {
  return { charges: [], amount: 0n, missing };
}
