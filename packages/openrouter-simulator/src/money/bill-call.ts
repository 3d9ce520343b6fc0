import type { Pricing } from '../catalog/model.ts';
import { chargeOf, type Consumption } from './charge.ts';
import { parseAmount, type Amount } from './decimal.ts';

/** What OpenRouter's own tools cost. Source: its price list of 2026-08. */
const SEARCH_USD = '0.007';
const PDF_PAGE_USD = '0.002';
/** Per cent of the list price, for calls on the caller's own provider key. */
const BYOK_FEE_PERCENT = 5n;

/** What a call used beyond tokens. */
export interface Extras {
  /** Searches by OpenRouter's tool (Exa). */
  readonly searches: number;
  /** Pages read by the PDF parser. */
  readonly pdfPages: number;
}

/** The bill of a call. */
export interface Bill {
  /** What leaves the credits: `usage.cost`. */
  readonly cost: Amount;
  /** The model's own part at the endpoint's prices. */
  readonly upstream: Amount;
  readonly prompt: Amount;
  readonly completion: Amount;
  readonly isByok: boolean;
  readonly serverTools: Amount;
}

/** Arguments of `billCall`. */
export interface BillOptions {
  readonly pricing: Pricing;
  readonly used: Consumption;
  readonly extras: Extras;
  /** Ms since the epoch of the request. */
  readonly atMs: number;
  /** Undefined: paid from credits. Else on the caller's own key, with or without the fee. */
  readonly byok: { readonly isFeeDue: boolean } | undefined;
}

const usd = (decimal: string): Amount => parseAmount(decimal) ?? 0n;

/** Adds up a call: tokens at the endpoint's prices, OpenRouter's tools, and in place of the tokens the fee where the key is the caller's. */
export function billCall(options: BillOptions): Bill {
  const { pricing, used, extras, atMs, byok } = options;
  const { total, prompt, completion } = chargeOf(pricing, used, atMs);
  const serverTools =
    BigInt(extras.searches) * usd(SEARCH_USD) + BigInt(extras.pdfPages) * usd(PDF_PAGE_USD);
  const fee = byok?.isFeeDue ? (total * BYOK_FEE_PERCENT) / 100n : 0n;
  return {
    cost: (byok === undefined ? total : fee) + serverTools,
    upstream: total,
    prompt,
    completion,
    isByok: byok !== undefined,
    serverTools,
  };
}
