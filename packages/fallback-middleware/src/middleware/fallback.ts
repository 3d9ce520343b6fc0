import type { LanguageModelV4Middleware } from '@ai-sdk/provider';
import { intersectSupportedUrls } from '../candidate/intersect-supported-urls.ts';
import { generatePlanned } from '../generate/generate-with-fallback.ts';
import { streamPlanned } from '../stream/stream-with-fallback.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { modelsOf } from './model-list.ts';
import { createPlanSource } from './plan-source.ts';

/**
 * Middleware for `wrapLanguageModel`: the wrapped model is asked first, then `models` in order.
 * The wrapper's own `provider` and `modelId` never change; who answered is in `response.modelId`, the story in
 * `providerMetadata.fallback`. With a plain list, only URLs that all of them read are left to the models.
 * @throws FallbackOptionsError for an option that does not exist or cannot be used, and for `models` with what is no
 * model or with the same id twice.
 */
export function fallback(options: FallbackOptions): LanguageModelV4Middleware {
  const plan = createPlanSource(options);
  return {
    specificationVersion: 'v4',
    ...sharedUrls(options),
    wrapGenerate: ({ model, params }) =>
      generatePlanned(() => plan({ type: 'generate', params }, model)),
    wrapStream: ({ model, params }) => streamPlanned(() => plan({ type: 'stream', params }, model)),
  };
}

/** A list that depends on the call is not known when the wrapped model tells its URLs, which then stay its own. */
function sharedUrls({
  models,
  supportedUrls,
}: FallbackOptions): Pick<LanguageModelV4Middleware, 'overrideSupportedUrls'> {
  if (supportedUrls !== undefined) return { overrideSupportedUrls: () => supportedUrls };
  if (typeof models === 'function') return {};
  const listed = modelsOf(models);
  return {
    overrideSupportedUrls: ({ model }) => intersectSupportedUrls([model, ...listed]),
  };
}
