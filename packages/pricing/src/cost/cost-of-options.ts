import type { Model, Prices } from '@tierwise/catalog';

/** A finished call: what it used, and by which prices. */
export interface CostOfOptions {
  /** The untouched wire usage (`usage.raw` of the AI SDK), or the SDK's usage object. Anything may be in it. */
  readonly usage: unknown;
  readonly model: Pick<Model, 'id' | 'prices'>;
  /** When the request was made; prices may depend on the hour and the weekday in UTC. Default: now. */
  readonly at?: Date;
  /** The prices of the endpoint that served the call, where known; they count instead of the model's. */
  readonly endpoint?: { readonly prices: Prices };
  /** How long cache writes were asked to live. Default: `'5m'`. */
  readonly cacheTtl?: '5m' | '1h';
  /**
   * The call ran on the caller's own key, for reports that do not say so. OpenRouter's fee is this share of the
   * list price: `'0'` inside the monthly allowance, `'0.05'` beyond it.
   */
  readonly byok?: { readonly feeShare: string };
  /**
   * The service tier that served the call. Tiers have prices of their own: give the `endpoint` for them.
   * Default: `'default'`.
   */
  readonly serviceTier?: string;
}
