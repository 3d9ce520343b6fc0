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
export { listCost } from './cost/list-cost.ts';
export { type Amount, totalCost, type TotalCost } from './cost/total-cost.ts';
export { estimateCost, type EstimateCostOptions } from './estimate/estimate-cost.ts';
export { compareUsd } from './money/compare-usd.ts';
export { formatUsd, type FormatUsdOptions } from './money/format-usd.ts';
export { saving, type Saving, type SavingOptions } from './money/saving.ts';
export { sumUsd } from './money/sum-usd.ts';
