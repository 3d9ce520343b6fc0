/**
 * In: an AI SDK call, the catalogue's models and the caller's policy.
 * Out: what the call needs, and the ordered candidates that should answer it, each with a reason.
 * Called by: the plugin before each call, and anyone who wants a plan without a call. Pure throughout.
 */
export type { AbilityKind } from './ability/ability-kind.ts';
export type { Ability } from './ability/ability.ts';
export type { Abilities, AbilityTable } from './ability/estimate-abilities.ts';
export type { AbilityOffset } from './choose/ability-offset.ts';
export { budgetThreshold, type BudgetThresholdOptions } from './calibrate/budget-threshold.ts';
export { calibrate, type CalibrateOptions } from './calibrate/calibrate.ts';
export type { Calibration, CalibrationSample } from './calibrate/calibration.ts';
export { type CalibratedRoute, routeByCalibration } from './calibrate/route-by-calibration.ts';
export type { Candidate } from './choose/candidate.ts';
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
export {
  type ClassifyRequest,
  type ClassifyVerdict,
  createClassifier,
  type CreateClassifierOptions,
} from './classify/create-classifier.ts';
export type { Dropped } from './filter/dropped-models.ts';
export type { DataPolicy, Policy } from './filter/policy.ts';
export {
  createLearner,
  type CreateLearnerOptions,
  type Learner,
  loadLearner,
} from './learn/create-learner.ts';
export { explore, type Explored, type ExploreOptions } from './learn/explore.ts';
export type { Evidence, LearningState, LearningStore } from './learn/learning-state.ts';
export type { OutcomeEvent, OutcomeResult } from './learn/outcome-event.ts';
export {
  type IndexedModel,
  indexModels,
  type IndexModelsOptions,
  type ModelIndex,
} from './model-index/index-models.ts';
export type { CallLike, PromptMessage, PromptPart, ToolLike } from './requirements/call.ts';
export { describeCall, type DescribeCallOptions } from './requirements/describe-call.ts';
export type { Language } from './requirements/detect-language.ts';
export type { Requirements, TokenRange } from './requirements/requirements.ts';
export type { Task } from './task/task.ts';
export {
  resolveStrategy,
  type ResolvedModel,
  type ResolvedRole,
  type ResolveStrategyOptions,
} from './strategy/resolve-strategy.ts';
export { STRATEGIES, type StrategyName } from './strategy/strategies.ts';
export type { Strategy, StrategyRole } from './strategy/strategy.ts';
export type { AnswerLike } from './verify/answer-like.ts';
export { type AnswerCheck, checkAnswer } from './verify/check-answer.ts';
export {
  createVerifier,
  type CreateVerifierOptions,
  type VerifierVerdict,
} from './verify/create-verifier.ts';
export type { Finding } from './verify/finding.ts';
