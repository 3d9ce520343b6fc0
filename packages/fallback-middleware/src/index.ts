// In: an AI SDK call and an ordered list of candidate models. Out: one candidate's answer and the story of every
// attempt, or one error that tells it. Called by `wrapLanguageModel` (fallback), by an app (createFallbackModel) or
// by a router that made the plan itself (generateWithFallback, streamWithFallback).
export {
  createFallbackModel,
  type FallbackModelOptions,
} from './middleware/create-fallback-model.ts';
export { fallback } from './middleware/fallback.ts';
export type { FallbackOptions } from './middleware/fallback-options.ts';
export type { ModelEntry, ModelList, ModelListInput } from './middleware/model-list.ts';

export { generateWithFallback } from './generate/generate-with-fallback.ts';
export { streamWithFallback } from './stream/stream-with-fallback.ts';
export type { GateRefusal } from './chain/candidate-gate.ts';
export type { Answer } from './judge/answer.ts';
export type { JudgeOptions, Verdict } from './judge/judge-options.ts';
export type { SchemaVerifier, Verification, Verifier } from './judge/verify-options.ts';
export { verifyWithModel, type VerifyWithModelOptions } from './judge/verify-with-model.ts';
export type {
  Admission,
  AdmitRequest,
  HealthEvent,
  HealthSnapshot,
  HealthStore,
} from './health/health-store.ts';
export { admit, applyEvent, snapshotOf, type BreakerContext } from './health/breaker.ts';
export {
  defaultBreakerPolicy,
  type BreakerPolicy,
  type BreakerRule,
} from './health/breaker-policy.ts';
export { unknownHealth, type BreakerState } from './health/breaker-state.ts';
export {
  createMemoryHealthStore,
  type MemoryHealthStoreOptions,
} from './health/create-memory-health-store.ts';
export {
  healthStoreContract,
  type ContractCase,
  type HealthStoreHarness,
} from './health/health-store-contract.ts';
export { healthiestFirst } from './health/healthiest-first.ts';
export type { StoryTeller } from './report/told-metadata.ts';
export type { HealthOptions, HealthOrder } from './health/health-options.ts';
export type { HedgeDelay, HedgeOptions } from './hedge/hedge-options.ts';
export { fixedHedgeDelay } from './hedge/fixed-hedge-delay.ts';
export {
  quantileHedgeDelay,
  type QuantileHedgeDelayOptions,
} from './hedge/quantile-hedge-delay.ts';
export { createFeatureMemory, type FeatureMemory } from './fit/feature-memory.ts';
export type { CallFeature } from './fit/call-features.ts';
export { createStreamRetryMemory, type StreamRetryMemory } from './recovery/stream-retry-memory.ts';
export { createPinStore, type PinStoreOptions } from './stickiness/create-pin-store.ts';
export type {
  PinStore,
  ReturnMove,
  StayMove,
  StickinessOptions,
} from './stickiness/stickiness-options.ts';
export {
  createFallbackEmbeddingModel,
  type FallbackEmbeddingModelOptions,
} from './embed/create-fallback-embedding-model.ts';
export {
  embedWithFallback,
  type EmbedCall,
  type EmbedOptions,
} from './embed/embed-with-fallback.ts';
export type { AnyEmbeddingModel, EmbeddingCandidate } from './embed/embedding-candidate.ts';
export {
  createFallbackImageModel,
  type FallbackImageModelOptions,
} from './image/create-fallback-image-model.ts';
export {
  imageWithFallback,
  type ImageCall,
  type ImageCandidate,
} from './image/image-with-fallback.ts';
export type { SpanLike, TelemetryOptions, TracerLike } from './telemetry/telemetry-options.ts';
export type { SuccessorOptions } from './language/successors.ts';
export type { FallbackCall, HoldMode, LanguageOptions } from './language/language-options.ts';
export type { AnyLanguageModel, FallbackCandidate } from './candidate/fallback-candidate.ts';
export type { CandidateFacts, InputModality } from './candidate/candidate-facts.ts';

export { openRouterFetch, type OpenRouterFetchOptions } from './openrouter/openrouter-fetch.ts';

export { classifyFailure, type ClassifyFailureOptions } from './failure/classify-failure.ts';
export { failureClasses, type FailureClass } from './failure/failure-class.ts';
export {
  failureRules,
  type FailureAction,
  type FailurePolicy,
  type FailureRule,
  type FailureScope,
} from './failure/failure-rules.ts';
export type { Failure } from './failure/failure.ts';

export type { ChainOptions } from './chain/chain-options.ts';
export {
  FallbackOptionsError,
  type FallbackOptionsErrorOptions,
} from './errors/fallback-options-error.ts';
export {
  createRetryBudget,
  type RetryBudget,
  type RetryBudgetOptions,
} from './chain/retry-budget.ts';
export type { Clock } from './clock/clock.ts';
export { systemClock } from './clock/system-clock.ts';

export type {
  AttemptFailure,
  AttemptOutcome,
  AttemptReport,
  CallReport,
} from './report/call-report.ts';
export {
  FallbackExhaustedError,
  type ExhaustionReason,
  type FallbackExhaustedErrorOptions,
} from './errors/fallback-exhausted-error.ts';
export type {
  AttemptEndEvent,
  AttemptStartEvent,
  CallEndEvent,
  FallbackEvent,
  FallbackEvents,
  LateAnswerEvent,
} from './report/fallback-events.ts';
