import type { LanguageModelV4Middleware } from '@ai-sdk/provider';
import { resolveOptions, type TierwiseOptions } from './options/tierwise-options.ts';
import { createRunner } from './run/create-runner.ts';

/**
 * Middleware for `wrapLanguageModel`: every call of the wrapped model is answered by the cheapest model of
 * OpenRouter's catalogue that should get it right, or by the next one when that fails. The wrapped model
 * itself is the name of the route; it is called only with `lastResort: 'wrapped'`.
 *
 * What was decided, tried, served and paid is in `providerMetadata.tierwise` ({@link TierwiseMetadata}).
 *
 * @throws InvalidOptionsError when an option is wrong, here or in a call's `providerOptions.tierwise`.
 * @throws UnknownModelError when `models` or `baseline` names a model that the catalogue lacks, here or in a call.
 * @throws NoCandidateError from a call that no known model fits.
 * @throws FallbackExhaustedError from a call that every candidate failed; the AI SDK does not retry it, and
 * `tierwiseMetadata(error)` reads what was decided, tried and paid.
 */
export function tierwise(options: TierwiseOptions): LanguageModelV4Middleware {
  const runner = createRunner(resolveOptions(options));
  return {
    specificationVersion: 'v4',
    wrapGenerate: ({ params, model }) => runner.generate({ params, wrapped: model }),
    wrapStream: ({ params, model }) => runner.stream({ params, wrapped: model }),
  };
}
