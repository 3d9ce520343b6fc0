import type { Model, PriceOverride, Rates } from '@tierwise/catalog';
import { estimateCost } from '@tierwise/pricing';

/**
 * A model's rates as floats, for comparing hundreds of models: what is shown and capped is always priced exactly.
 * `null` when the price is unknown.
 */
export interface RoughPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly request: number;
  /** Up to this prompt size the rates hold; above it, or always where they change by the hour (-1), pricing is exact. */
  readonly holdsUpTo: number;
}

/** Tokens and time of a call, as far as its price depends on them. */
export interface PricedCall {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens?: number;
  readonly at: Date;
}

/** Reads a model's rates once. */
export function roughPriceOf({ prices }: Model): RoughPrice {
  const rate = (name: keyof Rates): number => Number(prices.rates[name] ?? Number.NaN);
  const input = rate('input');
  return {
    input,
    output: rate('output'),
    cacheRead: prices.rates.cacheRead === undefined ? input : rate('cacheRead'),
    request: Number(prices.rates.request ?? 0),
    holdsUpTo: Math.min(...prices.overrides.map(beginOf), Number.POSITIVE_INFINITY),
  };
}

function beginOf({ inputTokensAbove, utcStart, utcEnd, utcDays }: PriceOverride): number {
  const timed = utcStart !== undefined || utcEnd !== undefined || utcDays !== undefined;
  return timed ? -1 : (inputTokensAbove ?? -1);
}

/** What a call costs, to about fifteen digits; NaN when it is not known. */
export function roughCost(model: Model, price: RoughPrice, call: PricedCall): number {
  if (call.inputTokens > price.holdsUpTo)
    return Number(estimateCost({ model, ...call }) ?? Number.NaN);
  const cached = Math.min(call.cachedInputTokens ?? 0, call.inputTokens);
  const fresh = call.inputTokens - cached;
  return (
    fresh * price.input +
    cached * price.cacheRead +
    call.outputTokens * price.output +
    price.request
  );
}
