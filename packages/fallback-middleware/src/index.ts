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
export type { FallbackCall, LanguageOptions } from './language/language-options.ts';
export type { AnyLanguageModel, FallbackCandidate } from './candidate/fallback-candidate.ts';
export type { CandidateFacts, InputModality } from './candidate/candidate-facts.ts';

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
} from './report/fallback-events.ts';
