import type { Task } from '../task/task.ts';

/** How a call ended, as far as it says something about the model that answered. */
export type OutcomeResult = 'ok' | 'rejected' | 'escalated' | 'user-retry' | 'error';

/** One outcome to learn from. Holds no text of the call. */
export interface OutcomeEvent {
  readonly modelId: string;
  readonly task: Task;
  readonly result: OutcomeResult;
  /** The chance that was expected when the model was chosen, 0 … 1. */
  readonly pOk: number;
  readonly atMs: number;
  /** The chance with which this model was put first, where choices are explored. Default 1. */
  readonly propensity?: number | undefined;
}
