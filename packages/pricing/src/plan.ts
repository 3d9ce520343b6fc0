/**
 * In: the phases of a task, models and strategies. Out: what a task or a month costs under each, and what a cache saves.
 * Called by: people who choose a strategy, and the demo that shows the choice. A separate entry: no call needs it.
 */
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
