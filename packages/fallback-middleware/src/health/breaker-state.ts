import type { FailureClass } from '../failure/failure-class.ts';

/** All that is remembered of one candidate. Plain data, so that any store can keep it. Times are the store's own ms. */
export interface BreakerState {
  /** Failures in a row, by class. */
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
  /** Undefined means closed. */
  readonly open?: {
    readonly by: FailureClass;
    readonly untilMs: number;
    readonly cooldownMs: number;
  };
  readonly lease?: { readonly id: string; readonly untilMs: number };
  readonly successRate: number;
  readonly latencyMs?: number;
}

/** A candidate nobody has heard of is healthy. */
export const unknownHealth: BreakerState = { failures: {}, successRate: 1 };
