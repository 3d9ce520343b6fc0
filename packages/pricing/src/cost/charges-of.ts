import type { ExactRates } from '../rates/exact-rates.ts';
import type { BillableUsage } from '../usage/billable-usage.ts';
import { chargeInput } from './charge-input.ts';
import { chargeOutput } from './charge-output.ts';
import type { Charge } from './charge.ts';

export interface ChargesOfOptions {
  readonly usage: BillableUsage;
  readonly rates: ExactRates;
  readonly cacheTtl: '5m' | '1h';
}

/** Everything that the model's own rates pay for, in lines that hold something. */
export function chargesOf({ usage, rates, cacheTtl }: ChargesOfOptions): readonly Charge[] {
  const { tokens } = usage;
  const charges: readonly Charge[] = [
    ...chargeInput({ tokens, rates, cacheTtl }),
    ...chargeOutput(tokens, rates),
    { kind: 'request', quantity: rates.request === undefined ? 0 : 1, rate: rates.request },
    { kind: 'web-search', quantity: nativeSearches(usage), rate: rates.webSearch },
  ];
  return charges.filter((charge) => charge.quantity > 0);
}

/** Searches by OpenRouter's own tool are counted too, but the tool charges for them, not the model. */
function nativeSearches({ webSearches, serverToolCalls }: BillableUsage): number {
  return serverToolCalls > 0 ? 0 : webSearches;
}
