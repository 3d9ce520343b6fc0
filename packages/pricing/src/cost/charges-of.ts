import type { ExactRates } from '../rates/exact-rates.ts';
import type { BillableUsage, TokenCounts } from '../usage/billable-usage.ts';
import { chargeInput } from './charge-input.ts';
import { chargeOutput } from './charge-output.ts';
import { addCharge, type Charge } from './charge.ts';

export interface ChargesOfOptions {
  readonly tokens: TokenCounts;
  readonly searches: Pick<BillableUsage, 'webSearches' | 'serverToolCalls'>;
  readonly rates: ExactRates;
  readonly cacheTtl: '5m' | '1h';
}

/** Everything that the model's own rates pay for, in lines that hold something. */
export function chargesOf({
  tokens,
  searches,
  rates,
  cacheTtl,
}: ChargesOfOptions): readonly Charge[] {
  const charges: Charge[] = [];
  chargeInput({ tokens, rates, cacheTtl, charges });
  chargeOutput({ tokens, rates, charges });
  addCharge(charges, 'request', rates.request === undefined ? 0 : 1, rates.request);
  addCharge(charges, 'web-search', nativeSearches(searches), rates.webSearch);
  return charges;
}

/** Searches by OpenRouter's own tool are counted too, but the tool charges for them, not the model. */
function nativeSearches({ webSearches, serverToolCalls }: ChargesOfOptions['searches']): number {
  return serverToolCalls > 0 ? 0 : webSearches;
}
