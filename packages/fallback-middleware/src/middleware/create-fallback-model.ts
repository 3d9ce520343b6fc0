import type { LanguageModelV4 } from '@ai-sdk/provider';
import { intersectSupportedUrls } from '../candidate/intersect-supported-urls.ts';
import { upgradeModel } from '../candidate/upgrade-model.ts';
import { generatePlanned } from '../generate/generate-with-fallback.ts';
import { streamPlanned } from '../stream/stream-with-fallback.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { toCandidates } from './model-list.ts';
import { createPlanSource } from './plan-source.ts';

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
  const { provider = 'fallback', modelId = 'chain', supportedUrls, ...rest } = options;
  const plan = createPlanSource(rest);
  const fixed = typeof rest.models === 'function' ? [] : toCandidates(rest.models);
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    supportedUrls:
      supportedUrls ?? intersectSupportedUrls(fixed.map(({ model }) => upgradeModel(model))),
    doGenerate: (params) => generatePlanned(() => plan({ type: 'generate', params })),
    doStream: (params) => streamPlanned(() => plan({ type: 'stream', params })),
  };
}
