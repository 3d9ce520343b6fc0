/**
 * In: an AI SDK call, the catalogue's models and the caller's policy.
 * Out: what the call needs, and the ordered candidates that should answer it, each with a reason.
 * Called by: the plugin before each call, and anyone who wants a plan without a call. Pure throughout.
 */
export type { Candidate } from './choose/candidate.ts';
export { firstOfTier, type FirstOfTierOptions } from './choose/first-of-tier.ts';
export { NoCandidateError } from './choose/no-candidate-error.ts';
export {
  selectCandidates,
  type SelectCandidatesOptions,
  type Selection,
} from './choose/select-candidates.ts';
export type { Signal } from './difficulty/signal.ts';
export type { Dropped } from './filter/filter-models.ts';
export type { DataPolicy, Policy } from './filter/policy.ts';
export { type IndexedModel, indexModels, type ModelIndex } from './model-index/index-models.ts';
export type { CallLike, PromptMessage, PromptPart, ToolLike } from './requirements/call.ts';
export { describeCall, type DescribeCallOptions } from './requirements/describe-call.ts';
export type { Language } from './requirements/detect-language.ts';
export type { Requirements, TokenRange } from './requirements/requirements.ts';
export type { Task } from './task/task.ts';
