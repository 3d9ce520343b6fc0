import type { Model, Prices } from '@tierwise/catalog';
import { formatDecimal, parseDecimal } from '@tierwise/catalog/decimal';
import {
  type CallContent,
  estimateTokens,
  type EstimateTokensOptions,
  type TokenEstimate,
} from '../tokens/estimate-tokens.ts';
import { estimateCost } from './estimate-cost.ts';
import { weightedByPrice } from './weighted-by-price.ts';

/** A call that has not been made: what it sends, what it may write, who may serve it. */
export interface EstimateCallOptions
  extends CallContent, Pick<EstimateTokensOptions, 'calibration' | 'countText'> {
  readonly model: Pick<Model, 'id' | 'tokenizer' | 'prices'>;
  /** The most the call may write. */
  readonly maxOutputTokens: number;
  /** What it will most likely write. Default: a quarter of the most. */
  readonly expectedOutputTokens?: number;
  /** The part of the prompt that a cache is expected to serve. Default: 0. */
  readonly cachedInputTokens?: number;
  /** Who may serve the call. Default: the model's own prices are the only ones. */
  readonly endpoints?: readonly { readonly prices: Prices }[];
  /** Default: now. */
  readonly at?: Date;
}

/** Sizes in tokens and costs in USD of a call that has not been made. */
export interface CallEstimate {
  readonly inputTokens: TokenEstimate;
  readonly outputTokens: TokenEstimate;
  /**
   * `expected` is what the likely endpoints ask for the likely size; `p95` what the dearest one asks for the largest, with
   * nothing from a cache: the sum to reserve. `null` when a price is unknown.
   */
  readonly usd: { readonly expected: string | null; readonly p95: string | null };
}

/**
 * What a call will cost, before it is made.
 *
 * @throws RangeError when a count is no whole number from zero up.
 */
export function estimateCall(options: EstimateCallOptions): CallEstimate {
  const {
    model,
    maxOutputTokens,
    expectedOutputTokens = Math.ceil(maxOutputTokens / 4),
    cachedInputTokens = 0,
  } = options;
  const inputTokens = estimateTokens(options);
  const outputTokens = {
    expected: Math.min(expectedOutputTokens, maxOutputTokens),
    p95: maxOutputTokens,
  };
  const likely = {
    inputTokens: inputTokens.expected,
    outputTokens: outputTokens.expected,
    cachedInputTokens,
  };
  const worst = { inputTokens: inputTokens.p95, outputTokens: outputTokens.p95 };
  const offers = (options.endpoints ?? [model]).map(({ prices }) => ({ id: model.id, prices }));
  const at = options.at ?? new Date();
  const costs = (size: typeof likely | typeof worst): readonly bigint[] | null => {
    const amounts = offers.map((offer) =>
      parseDecimal(estimateCost({ model: offer, at, ...size }) ?? ''),
    );
    return amounts.length > 0 && amounts.every((amount) => amount !== null) ? amounts : null;
  };
  return {
    inputTokens,
    outputTokens,
    usd: {
      expected: formatOrNull(weightedByPrice(costs(likely))),
      p95: formatOrNull(largest(costs(worst))),
    },
  };
}

function largest(amounts: readonly bigint[] | null): bigint | null {
  return amounts === null
    ? null
    : amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

function formatOrNull(amount: bigint | null): string | null {
  return amount === null ? null : formatDecimal(amount);
}
