import type { Failure } from '../failure/failure.ts';
import { ChainHealth } from '../health/chain-health.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { HedgeOptions } from '../hedge/hedge-options.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import { ChainTrace } from '../telemetry/chain-trace.ts';
import type { CallReport } from '../report/call-report.ts';
import type { CandidateGate } from './candidate-gate.ts';
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

/** A candidate that one gate refused with a doubt; the gates behind it have not been asked yet. */
export interface LastResort<C extends ChainCandidate> {
  readonly candidate: C;
  readonly nextGate: number;
}

/** Makes a candidate of a successor's model id. */
export type SuccessorSource<C extends ChainCandidate> = (
  modelId: string,
  failed: C,
) => C | undefined;

/** Learns from a failure. Must not throw. */
export type FailureListener<C extends ChainCandidate> = (candidate: C, failure: Failure) => void;

/** Everything one call knows. Made for the call, dropped with it, shared with nobody. */
export interface ChainCall<C extends ChainCandidate> {
  readonly options: ResolvedChainOptions;
  readonly signal: AbortSignal | undefined;
  readonly queue: CandidateQueue<C>;
  readonly records: AttemptRecord[];
  /** Monotonic time at which the call's own deadline passes. */
  readonly totalAtMs: number;
  readonly gates: readonly CandidateGate<C>[];
  /** Makes a candidate of a model id that a failure names as the successor; undefined where none is wanted. */
  readonly successor: SuccessorSource<C> | undefined;
  /** Told about every failure of an attempt, before anybody else is asked. */
  readonly onFailure: FailureListener<C> | undefined;
  readonly health: ChainHealth | undefined;
  readonly hedge: HedgeOptions | undefined;
  readonly trace: ChainTrace | undefined;
  readonly secondChances: SecondChance<C>[];
  /** Refused by a gate that may be wrong: asked when nobody else is left. */
  readonly lastResorts: LastResort<C>[];
  startedAttempts: number;
  /** The hooks were told of its end. */
  isOver: boolean;
}

/** What {@link createChainCall} needs. */
export interface ChainCallOptions<C extends ChainCandidate> {
  readonly candidates: readonly C[];
  readonly signal: AbortSignal | undefined;
  readonly options: ResolvedChainOptions;
  readonly gates?: readonly CandidateGate<C>[];
  readonly successor?: SuccessorSource<C> | undefined;
  readonly onFailure?: FailureListener<C> | undefined;
  readonly health?: HealthOptions | undefined;
  readonly hedge?: HedgeOptions | undefined;
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
    gates: input.gates ?? [],
    successor: input.successor,
    onFailure: input.onFailure,
    health: input.health && new ChainHealth(input.health, options.clock),
    hedge: input.hedge,
    trace: options.telemetry === undefined ? undefined : new ChainTrace(options.telemetry),
    secondChances: [],
    lastResorts: [],
    startedAttempts: 0,
    isOver: false,
  };
}

/** The call's story so far. */
export function reportOf<C extends ChainCandidate>(call: ChainCall<C>): CallReport {
  const { clock } = call.options;
  const attempts = call.records.map((record) => toAttemptReport(record, clock));
  return { attempts, served: attempts.findLast(({ outcome }) => outcome === 'served') ?? null };
}
