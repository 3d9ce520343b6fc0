import type { AttemptRecord } from '../report/attempt-record.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import type { CallReport } from '../report/call-report.ts';
import { CandidateQueue } from './candidate-queue.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import type { ResolvedChainOptions } from './chain-options.ts';

/** A candidate that may be asked once more: at once where the policy says `retry`, else when nobody else is left. */
export interface SecondChance<C extends ChainCandidate> {
  readonly candidate: C;
  /** Monotonic. */
  readonly readyAtMs: number;
  readonly atOnce: boolean;
}

/** Everything one call knows. Made for the call, dropped with it, shared with nobody. */
export interface ChainCall<C extends ChainCandidate> {
  readonly options: ResolvedChainOptions;
  readonly signal: AbortSignal | undefined;
  readonly queue: CandidateQueue<C>;
  readonly records: AttemptRecord[];
  /** Monotonic time at which the call's own deadline passes. */
  readonly totalAtMs: number;
  readonly secondChances: SecondChance<C>[];
  /** Attempts started so far for each candidate id. */
  readonly tries: Map<string, number>;
  startedAttempts: number;
}

/** What {@link createChainCall} needs. */
export interface ChainCallOptions<C extends ChainCandidate> {
  readonly candidates: readonly C[];
  readonly signal: AbortSignal | undefined;
  readonly options: ResolvedChainOptions;
}

/** Starts a call's state; the clock of the call's own deadline starts here. */
export function createChainCall<C extends ChainCandidate>(
  input: ChainCallOptions<C>,
): ChainCall<C> {
  const { candidates, signal, options } = input;
  return {
    options,
    signal,
    queue: new CandidateQueue(candidates),
    records: [],
    totalAtMs: options.clock.monotonicMs() + options.totalTimeoutMs,
    secondChances: [],
    tries: new Map(),
    startedAttempts: 0,
  };
}

/** The call's story so far. */
export function reportOf<C extends ChainCandidate>(call: ChainCall<C>): CallReport {
  const nowMs = call.options.clock.monotonicMs();
  const attempts = call.records.map((record) => toAttemptReport(record, nowMs));
  return { attempts, served: attempts.findLast(({ outcome }) => outcome === 'served') ?? null };
}
