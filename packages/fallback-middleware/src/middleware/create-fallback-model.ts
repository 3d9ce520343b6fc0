import type { LanguageModelV4 } from '@ai-sdk/provider';
import { markChain } from '../candidate/chain-account.ts';
import { intersectSupportedUrls } from '../candidate/intersect-supported-urls.ts';
import { noModels } from '../candidate/to-candidates.ts';
import { generatePlanned } from '../generate/generate-with-fallback.ts';
import { streamPlanned } from '../stream/stream-with-fallback.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { modelsOf } from './model-list.ts';
import { createPlanSource } from './plan-source.ts';

/** Options of {@link createFallbackModel}. */
export interface FallbackModelOptions extends FallbackOptions {
  /** The finished model's own identity. @default 'fallback' */
  readonly provider?: string;
  /** @default 'chain' */
  readonly modelId?: string;
}

/**
 * A finished model that asks `models` in order. Inside another chain it is an account of its own.
 * @throws FallbackOptionsError for an option that does not exist or cannot be used, and for `models` without a model,
 * with what is no model, or with the same id twice.
 */
export function createFallbackModel(options: FallbackModelOptions): LanguageModelV4 {
  const { provider = 'fallback', modelId = 'chain', supportedUrls, ...rest } = options;
  const plan = createPlanSource(rest);
  const { models } = rest;
  if (typeof models !== 'function' && models.length === 0) throw noModels(models);
  let shared: LanguageModelV4['supportedUrls'] | undefined = supportedUrls;
  return markChain({
    specificationVersion: 'v4',
    provider,
    modelId,
    // Asked only when somebody wants to know: what it waits for may fail.
    get supportedUrls() {
      shared ??= intersectSupportedUrls(typeof models === 'function' ? [] : modelsOf(models));
      return shared;
    },
    doGenerate: (params) => generatePlanned(() => plan({ type: 'generate', params })),
    doStream: (params) => streamPlanned(() => plan({ type: 'stream', params })),
  } satisfies LanguageModelV4);
}
