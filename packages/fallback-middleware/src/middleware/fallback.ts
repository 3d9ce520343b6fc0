import type { LanguageModelV4Middleware } from '@ai-sdk/provider';
import { generatePrepared } from '../generate/generate-with-fallback.ts';
import { streamPrepared } from '../stream/stream-with-fallback.ts';
import type { FallbackOptions } from './fallback-options.ts';
import { createPlanSource } from './plan-source.ts';

/**
 * Middleware for `wrapLanguageModel`: the wrapped model is asked first, then `models` in order.
 * The wrapper's own `provider` and `modelId` never change; who answered is in `response.modelId`, the story in
 * `providerMetadata.fallback`.
 * @throws FallbackOptionsError when an option has the wrong type.
 */
export function fallback(options: FallbackOptions): LanguageModelV4Middleware {
  const plan = createPlanSource(options);
  return {
    specificationVersion: 'v4',
    wrapGenerate: async ({ model, params }) =>
      generatePrepared(await plan({ type: 'generate', params }, model)),
    wrapStream: async ({ model, params }) =>
      streamPrepared(await plan({ type: 'stream', params }, model)),
  };
}
