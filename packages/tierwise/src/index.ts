/**
 * In: AI SDK calls of one wrapped model or of a route. Out: the answer of the model that fits each call, with
 * the decision, the attempts and the cost in `providerMetadata.tierwise`.
 * Called by: apps, through `wrapLanguageModel` or a provider registry. Wiring only: every rule lives further in.
 */
export {
  type Mem0Preset,
  mem0Preset,
  type Mem0PresetModel,
  type Mem0Role,
} from './memory/mem0-preset.ts';
export type { Mem0ModelSettings } from './memory/mem0-settings.ts';
export { tierwise } from './middleware.ts';
export type { TierwiseCallOptions } from './options/call-options.ts';
export { InvalidOptionsError } from './options/invalid-options-error.ts';
export type { EngineOptions, EngineOptionsInput } from './options/engine-options.ts';
export type { LastResort, ModelSource, TierwiseOptions } from './options/tierwise-options.ts';
export type { PlannedCall } from './plan/create-planner.ts';
export {
  createTierwise,
  type CreateTierwiseOptions,
  type TierwiseProvider,
} from './provider/create-tierwise.ts';
export type { BuiltInRoute, RouteOptions } from './provider/routes.ts';
export { type OpenRouterLike, stampOpenRouter } from './provider/stamp-openrouter.ts';
export { UnknownModelError } from '@tierwise/catalog';
export {
  FallbackExhaustedError,
  openRouterFetch,
  type OpenRouterFetchOptions,
} from '@tierwise/fallback-middleware';
export { NoCandidateError } from '@tierwise/selector';
export { tierwiseMetadata } from './report/read-metadata.ts';
export type {
  TierwiseAttempt,
  TierwiseCost,
  TierwiseDecision,
  TierwiseMetadata,
} from './report/tierwise-metadata.ts';
