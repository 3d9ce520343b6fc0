import type { AttemptReport, CallReport } from './call-report.ts';

/** An attempt is about to start. */
export interface AttemptStartEvent {
  readonly candidateId: string;
  /** 1 for the first attempt of the call. */
  readonly attemptNumber: number;
}

/** An attempt ended, or a candidate was skipped. `error` is the raw value, which may hold the request body. */
export interface AttemptEndEvent {
  readonly attempt: AttemptReport;
  readonly error?: unknown;
}

/** An attempt that was given up answered after all. The answer is lost; what it used may be billed all the same. */
export interface LateAnswerEvent {
  readonly attempt: AttemptReport;
}

/** The call moves on to another candidate. */
export interface FallbackEvent {
  readonly from: AttemptReport;
  readonly toCandidateId: string;
}

/** The call is over, however it ended. */
export interface CallEndEvent {
  readonly report: CallReport;
  readonly error?: unknown;
}

/** Hooks. They can neither break nor delay a call: what they throw or reject goes to `onHookError`. */
export interface FallbackEvents {
  readonly onAttempt?: (event: AttemptStartEvent) => unknown;
  readonly onAttemptEnd?: (event: AttemptEndEvent) => unknown;
  readonly onSkip?: (event: AttemptEndEvent) => unknown;
  readonly onFallback?: (event: FallbackEvent) => unknown;
  /** A hedge's loser, or an attempt past its deadline, tells its usage late; possibly after the call's end. Not for streams. */
  readonly onLateAnswer?: (event: LateAnswerEvent) => unknown;
  readonly onCallEnd?: (event: CallEndEvent) => unknown;
  /** Default: the error is dropped, since a log line nobody asked for is not ours to write. */
  readonly onHookError?: (error: unknown, hook: string) => unknown;
}
