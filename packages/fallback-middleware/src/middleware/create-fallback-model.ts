import type { LanguageModelV4 } from '@ai-sdk/provider';
import { intersectSupportedUrls } from '../candidate/intersect-supported-urls.ts';
import { upgradeModel } from '../candidate/upgrade-model.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import { generateWithFallback } from '../generate/generate-with-fallback.ts';
import type { FallbackCall } from '../language/language-options.ts';
import { createStreamRetryMemory } from '../recovery/stream-retry-memory.ts';
import { streamWithFallback } from '../stream/stream-with-fallback.ts';
import { defaultMetadata } from './default-metadata.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { toCandidates, type ModelListInput } from './model-list.ts';

/** Options of {@link createFallbackModel}. */
export interface FallbackModelOptions extends FallbackOptions {
  /** The finished model's own identity. @default 'fallback' */
  readonly provider?: string;
  /** @default 'chain' */
  readonly modelId?: string;
}

/**
 * A finished model that asks `models` in order.
 * @throws FallbackOptionsError when an option has the wrong type.
 */
export function createFallbackModel(options: FallbackModelOptions): LanguageModelV4 {
  resolveChainOptions(options);
  const { models, provider = 'fallback', modelId = 'chain', ...rest } = options;
  const shared = {
    retryBudget: createRetryBudget(),
    streamRetryMemory: createStreamRetryMemory(),
    metadata: defaultMetadata,
    ...rest,
  };
  const fixed = typeof models === 'function' ? undefined : toCandidates(models);
  const plan = async (input: ModelListInput): Promise<FallbackCall> => ({
    ...shared,
    params: input.params,
    candidates: fixed ?? toCandidates(typeof models === 'function' ? await models(input) : models),
  });
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    supportedUrls:
      fixed === undefined
        ? {}
        : intersectSupportedUrls(fixed.map(({ model }) => upgradeModel(model))),
    doGenerate: async (params) => generateWithFallback(await plan({ type: 'generate', params })),
    doStream: async (params) => streamWithFallback(await plan({ type: 'stream', params })),
  };
}
