import type { Model } from '@tierwise/catalog';
import { formatDecimal } from '@tierwise/catalog/decimal';
import { computeCost } from '../cost/compute-cost.ts';
import type { TokenCounts } from '../usage/billable-usage.ts';

/** A model and the size of a call, in tokens. */
export interface EstimateCostOptions {
  readonly model: Pick<Model, 'id' | 'prices'>;
  /** The whole prompt, cached tokens included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The part of the prompt that a cache is expected to serve. Default: 0. */
  readonly cachedInputTokens?: number;
  /** When the call will be made; prices may depend on the hour in UTC. Default: now. */
  readonly at?: Date;
}

/**
 * What a call of that size costs by the prices, in USD; `null` when the price is unknown or dynamic.
 *
 * @throws RangeError when a count is no whole number from zero up.
 */
export function estimateCost({
  model,
  at = new Date(),
  ...counts
}: EstimateCostOptions): string | null {
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = counts;
  for (const [name, count] of Object.entries({ inputTokens, outputTokens, cachedInputTokens })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} is ${count}; it must be a whole number from zero up.`);
    }
  }
  const tokens: TokenCounts = {
    ...NO_TOKENS,
    input: inputTokens,
    output: outputTokens,
    cacheRead: Math.min(cachedInputTokens, inputTokens),
  };
  const { amount, missing } = computeCost({ ...NO_REPORT, tokens }, { usage: null, model, at });
  return missing === null ? formatDecimal(amount) : null;
}

const NO_TOKENS: TokenCounts = {
  input: 0,
  output: 0,
  cacheRead: 0,
  cacheWrite: 0,
  cacheWrite1h: 0,
  reasoning: 0,
  inputAudio: 0,
  outputAudio: 0,
  outputImage: 0,
};

const NO_REPORT = {
  webSearches: 0,
  serverToolCalls: 0,
  report: {
    cost: null,
    byok: false,
    upstream: null,
    upstreamInput: null,
    upstreamOutput: null,
    serverTools: null,
  },
} as const;
