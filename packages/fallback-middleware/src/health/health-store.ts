import type { FailureClass } from '../failure/failure-class.ts';

/** Whether a candidate may be asked now. */
export type Admission =
  | { readonly type: 'closed' }
  /** The one caller that tries whether it is back; the lease goes into the report. */
  | { readonly type: 'probe'; readonly leaseId: string }
  | { readonly type: 'open'; readonly retryInMs: number; readonly openedBy: FailureClass };

/** A question to the store. */
export interface AdmitRequest {
  /** Usually the candidate's id. Any string; stores must not treat it as a property name. */
  readonly key: string;
  /** Asks even an open breaker: a probe is handed out unless another one is running. */
  readonly force?: boolean;
}

/** How an attempt ended, as far as health goes. `released` gives a probe back unused (abort, cancelled hedge). */
export interface HealthEvent {
  readonly key: string;
  readonly outcome: 'success' | 'failure' | 'released';
  readonly class?: FailureClass;
  readonly retryAfterMs?: number;
  /** Time to the first content, or to the answer. */
  readonly latencyMs?: number;
  readonly leaseId?: string;
}

/** What is known about a candidate; rates are moving averages. */
export interface HealthSnapshot {
  readonly state: 'closed' | 'open' | 'half-open';
  /** In [0, 1]; 1 when nothing is known. */
  readonly successRate: number;
  readonly latencyMs?: number;
  readonly retryInMs?: number;
}

/**
 * Health shared by calls, and by processes when a driver says so. Every method is atomic for its key, and the store
 * keeps its own time, because clocks of processes differ. A store that fails is ignored: health fails open.
 * Drivers prove themselves with `healthStoreContract`.
 */
export interface HealthStore {
  /** At most one probe at a time is handed out for a key, however many ask. */
  admit(request: AdmitRequest): Admission | PromiseLike<Admission>;
  report(event: HealthEvent): void | PromiseLike<void>;
  /** Does not change anything; unknown keys are absent. */
  snapshot(
    keys: readonly string[],
  ): ReadonlyMap<string, HealthSnapshot> | PromiseLike<ReadonlyMap<string, HealthSnapshot>>;
}
