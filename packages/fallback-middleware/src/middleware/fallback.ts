import type { LanguageModelV4, LanguageModelV4Middleware } from '@ai-sdk/provider';
import { createRetryBudget } from '../chain/retry-budget.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { generateWithFallback } from '../generate/generate-with-fallback.ts';
import type { FallbackCall } from '../language/language-options.ts';
import { createStreamRetryMemory } from '../recovery/stream-retry-memory.ts';
import { streamWithFallback } from '../stream/stream-with-fallback.ts';
import { defaultMetadata } from './default-metadata.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { toCandidates, type ModelListInput } from './model-list.ts';

/**
 * Middleware for `wrapLanguageModel`: the wrapped model is asked first, then `models` in order.
 * The wrapper's own `provider` and `modelId` never change; who answered is in `response.modelId`, the story in
 * `providerMetadata.fallback`.
 * @throws FallbackOptionsError when an option has the wrong type.
 */
export function fallback(options: FallbackOptions): LanguageModelV4Middleware {
  resolveChainOptions(options);
  const shared = {
    retryBudget: createRetryBudget(),
    streamRetryMemory: createStreamRetryMemory(),
    metadata: defaultMetadata,
    ...options,
  };
  return {
    specificationVersion: 'v4',
    wrapGenerate: async ({ model, params }) =>
      generateWithFallback(await planCall(shared, model, { type: 'generate', params })),
    wrapStream: async ({ model, params }) =>
      streamWithFallback(await planCall(shared, model, { type: 'stream', params })),
  };
}

async function planCall(
  options: FallbackOptions,
  first: LanguageModelV4,
  input: ModelListInput,
): Promise<FallbackCall> {
  const { models, ...rest } = options;
  const entries = typeof models === 'function' ? await models(input) : models;
  return { ...rest, params: input.params, candidates: toCandidates([first, ...entries]) };
}
