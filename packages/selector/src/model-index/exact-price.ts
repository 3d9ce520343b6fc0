import type { Model } from '@tierwise/catalog';
import { type Decimal, formatDecimal, parseDecimal } from '@tierwise/catalog/decimal';
import { estimateCost } from '@tierwise/pricing';
import type { PricedCall, RoughPrice } from './rough-price.ts';

/** A model's rates as exact decimals, read once instead of for each call. */
export interface ExactPrice {
  readonly input: Decimal;
  readonly output: Decimal;
  readonly request: Decimal;
}

/** `null` when a rate is missing or the price is dynamic: then only `estimateCost` can say. */
export function exactPriceOf({ prices: { rates, dynamic } }: Model): ExactPrice | null {
  const [input, output, request] = [rates.input, rates.output, rates.request ?? '0'].map((rate) =>
    parseDecimal(rate ?? ''),
  );
  if (dynamic || input == null || output == null || request == null) return null;
  return { input, output, request };
}

/**
 * What `estimateCost` says, exactly, in a third of its time: the candidates of every call are priced. Where rates depend on
 * size, hour or cache, `estimateCost` is asked.
 */
export function exactCost(
  { model, exactPrice, roughPrice }: PricedModel,
  call: PricedCall,
): string | null {
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = call;
  const isPlain =
    exactPrice !== null &&
    cachedInputTokens === 0 &&
    inputTokens <= roughPrice.holdsUpTo &&
    isCount(inputTokens) &&
    isCount(outputTokens);
  if (!isPlain) return estimateCost({ model, ...call });
  const { input, output, request } = exactPrice;
  return formatDecimal(BigInt(inputTokens) * input + BigInt(outputTokens) * output + request);
}

/** What pricing needs of an indexed model. */
export interface PricedModel {
  readonly model: Model;
  readonly exactPrice: ExactPrice | null;
  readonly roughPrice: RoughPrice;
}

function isCount(tokens: number): boolean {
  return Number.isSafeInteger(tokens) && tokens >= 0;
}
