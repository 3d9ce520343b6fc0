/**
 * In: an AI SDK call, the catalogue's models and the caller's policy.
 * Out: what the call needs, and the ordered candidates that should answer it, each with a reason.
 * Called by: the plugin before each call, and anyone who wants a plan without a call. Pure throughout.
 */
export type { AbilityKind } from './ability/ability-kind.ts';
export type { Ability } from './ability/ability.ts';
export type { Abilities, AbilityTable } from './ability/estimate-abilities.ts';
export type { Calibration } from './calibrate/calibration.ts';
export type { AbilityOffset } from './choose/ability-offset.ts';
export type { Candidate } from './choose/candidate.ts';
export {
  createWarmMemory,
  type ServedCall,
  type WarmMemory,
  type WarmMemoryOptions,
} from './choose/create-warm-memory.ts';
export { firstOfTier, type FirstOfTierOptions } from './choose/first-of-tier.ts';
export type { Goal, Profile } from './choose/goal.ts';
export { NoCandidateError } from './choose/no-candidate-error.ts';
export {
  selectCandidates,
  type SelectCandidatesOptions,
  type Selection,
} from './choose/select-candidates.ts';
export type { WarmModel } from './choose/warm-model.ts';
export type { Signal } from './difficulty/signal.ts';
export type { Dropped } from './filter/dropped-models.ts';
export {
  InvalidPolicyError,
  type InvalidPolicyErrorOptions,
} from './filter/invalid-policy-error.ts';
export type { DataPolicy, Policy } from './filter/policy.ts';
export {
  type IndexedModel,
  indexModels,
  type IndexModelsOptions,
  type ModelIndex,
} from './model-index/index-models.ts';
export type { MeasuredSpeed, Speed, SpeedTable } from './model-index/speed.ts';
export type { CallLike, PromptMessage, PromptPart, ToolLike } from './requirements/call.ts';
export { describeCall, type DescribeCallOptions } from './requirements/describe-call.ts';
export type { Language } from './requirements/detect-language.ts';
export type { Requirements, TokenRange } from './requirements/requirements.ts';
export type { Task } from './task/task.ts';
