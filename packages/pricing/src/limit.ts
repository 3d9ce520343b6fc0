/**
 * In: a maximum, and what each attempt of a call may cost and did cost. Out: whether another attempt may begin.
 * Called by: whoever runs the attempts, as the plugin does for `maxCostUsd`. A separate entry, so that prices alone stay small.
 */
export {
  createSpendLimit,
  type SpendLimit,
  type SpendLimitOptions,
} from './limit/create-spend-limit.ts';
