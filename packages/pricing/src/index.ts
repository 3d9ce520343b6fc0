/**
 * In: the usage that a call reported, a model's prices. Out: what it cost, exactly, itemised, and why it differs.
 * Called by: selector before a call, the plugin after it, and anyone who has to answer for a bill.
 */
export type {
  CallCost,
  CostLine,
  CostLineKind,
  DifferenceReason,
  KnownCost,
  UnknownCost,
  UnknownReason,
} from './cost/call-cost.ts';
export type { CostOfOptions } from './cost/cost-of-options.ts';
export {
  costOfSteps,
  type CostOfStepsOptions,
  type Step,
  type StepsCost,
} from './cost/cost-of-steps.ts';
export { costOf } from './cost/cost-of.ts';
export { isUnbilledFailure, type FailedAttempt } from './cost/is-unbilled-failure.ts';
export { type Amount, totalCost, type TotalCost } from './cost/total-cost.ts';
export {
  estimateCall,
  type CallEstimate,
  type EstimateCallOptions,
} from './estimate/estimate-call.ts';
export { estimateCost, type EstimateCostOptions } from './estimate/estimate-cost.ts';
export { compareUsd } from './money/compare-usd.ts';
export { formatUsd, type FormatUsdOptions } from './money/format-usd.ts';
export { saving, type Saving, type SavingOptions } from './money/saving.ts';
export { sumUsd } from './money/sum-usd.ts';
export {
  cachingSavings,
  type CachingSaving,
  type CachingSavingsOptions,
} from './plan/caching-savings.ts';
export {
  compareStrategies,
  type ComparedPlan,
  type CompareStrategiesOptions,
} from './plan/compare-strategies.ts';
export {
  planTask,
  type PlannedPhase,
  type PlanTaskOptions,
  type TaskPlan,
} from './plan/plan-task.ts';
export {
  projectMonth,
  type MonthProjection,
  type ProjectMonthOptions,
} from './plan/project-month.ts';
export {
  cascade,
  modelByPhase,
  singleModel,
  type CascadeOptions,
  type Run,
  type Strategy,
} from './plan/strategy.ts';
export { agentTask, type AgentTaskOptions, type TaskPhase } from './plan/task-phase.ts';
export { topUp, type TopUp, type TopUpOptions } from './plan/top-up.ts';
export { countTextTokens } from './tokens/count-text-tokens.ts';
export {
  createTokenCalibration,
  type FinishedCall,
  type TokenCalibration,
  type TokenCalibrationOptions,
} from './tokens/create-token-calibration.ts';
export {
  estimateTokens,
  type CallContent,
  type EstimateTokensOptions,
  type TokenEstimate,
} from './tokens/estimate-tokens.ts';
