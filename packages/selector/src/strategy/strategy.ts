import type { Policy } from '../filter/policy.ts';
import type { Task } from '../task/task.ts';

/** One part of a strategy: the work, the models that were recommended for it, and what may replace them. */
export interface StrategyRole {
  readonly role: string;
  readonly task: Task;
  /** 0 … 1: how hard the work of this role usually is; it decides what may replace a model that is gone. */
  readonly difficulty: number;
  /** Recommended ids on the day of the strategy, best first. */
  readonly recommended: readonly string[];
  /** What a replacement has to keep to. */
  readonly policy: Policy;
}

/** A way of dividing work among models, as somebody recommended it on a day. */
export interface Strategy {
  readonly name: string;
  readonly asOf: string;
  readonly roles: readonly StrategyRole[];
}
