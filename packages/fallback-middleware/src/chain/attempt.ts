import { timerEarlyMs, type Clock } from '../clock/clock.ts';
import type { AttemptRecord } from '../report/attempt-record.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { StallWatch } from './stall-watch.ts';

/** The deadlines an attempt can miss. */
export type DeadlineKind = 'attempt' | 'first-content' | 'stall' | 'total';

/** Who ended an attempt before it was over. */
export type AttemptEnd =
  | { readonly by: 'caller' }
  | { readonly by: 'deadline'; readonly kind: DeadlineKind; readonly afterMs: number }
  | { readonly by: 'hedge' };

/** What {@link Attempt} is made of. */
export interface AttemptOptions<C extends ChainCandidate> {
  readonly candidate: C;
  readonly record: AttemptRecord;
  readonly clock: Clock;
  readonly callerSignal: AbortSignal | undefined;
  /** Monotonic time at which the whole call ends. */
  readonly totalAtMs: number;
}

// A timer that comes this late was held up by a blocked event loop or a sleeping machine.
const lateMs = 250;

/**
 * One candidate being asked: its own abort controller, its deadlines and its record. Our controller, not the name of
 * an error, tells a deadline from the caller's abort. `close` leaves no timer and no listener behind.
 */
export class Attempt<C extends ChainCandidate = ChainCandidate> {
  readonly candidate: C;
  readonly record: AttemptRecord;
  end: AttemptEnd | undefined;
  /** Whether somebody waits for a part right now; only then can a stream stall. */
  reading = false;
  /** Counts the parts that came. With `reading` it lets the stall watch do without a clock for every part. */
  progress = 0;
  readonly #controller = new AbortController();
  readonly #clock: Clock;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #totalAtMs: number;
  #kind: DeadlineKind = 'attempt';
  #deadlineAtMs = Number.POSITIVE_INFINITY;
  #armedAtMs = Number.POSITIVE_INFINITY;
  #cancelTimer: (() => void) | undefined;
  #graceUsed = false;
  #stall: StallWatch | undefined;
  #onEnd: ((reason: unknown) => void) | undefined;

  constructor(options: AttemptOptions<C>) {
    this.candidate = options.candidate;
    this.record = options.record;
    this.#clock = options.clock;
    this.#callerSignal = options.callerSignal;
    this.#totalAtMs = options.totalAtMs;
    // Whoever was told of the attempt may have aborted meanwhile, and an aborted signal tells nobody again.
    if (this.#callerSignal?.aborted === true) this.#onCallerAbort();
    else this.#callerSignal?.addEventListener('abort', this.#onCallerAbort);
  }

  /** Aborts with the caller's signal, on a missed deadline and when the attempt is abandoned. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The deadline that runs from the attempt's start; the call's own always stays in force. */
  startDeadline(kind: DeadlineKind, timeoutMs: number): void {
    const startedMs = this.record.startedMonotonicMs;
    this.#kind = kind;
    this.#deadlineAtMs = startedMs + timeoutMs;
    this.#arm(startedMs);
  }

  /** From now on a part that is waited for must come within `stallMs`. */
  watchForStalls(stallMs: number): void {
    this.#deadlineAtMs = Number.POSITIVE_INFINITY;
    if (this.#stall?.stallMs === stallMs) return;
    const nowMs = this.#clock.monotonicMs();
    this.#stall = new StallWatch(stallMs, nowMs);
    this.#arm(nowMs);
  }

  /** Leaves only the deadline of the whole call in force. */
  clearDeadline(): void {
    this.#deadlineAtMs = Number.POSITIVE_INFINITY;
  }

  /** Called at most once, when the attempt is ended from outside. Replaces the previous listener. */
  onEnd(listener: ((reason: unknown) => void) | undefined): void {
    this.#onEnd = listener;
  }

  /** Waits for a promise no longer than the attempt lives; a value that comes too late is given to `discard`. */
  guard<T>(started: PromiseLike<T>, discard?: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.end === undefined) this.#onEnd = reject;
      else reject(this.signal.reason);
      started.then(
        (value) => (this.end === undefined ? resolve(value) : discardSafely(value, discard)),
        reject,
      );
    });
  }

  /** Ends the attempt from outside; whoever waits for it is told the reason. */
  abandon(end: AttemptEnd, reason: unknown): void {
    if (this.end !== undefined) return;
    this.end = end;
    this.close();
    this.#controller.abort(reason);
    this.#onEnd?.(reason);
  }

  /** Removes timer and listener. Safe to call twice. */
  close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#deadlineAtMs = Number.POSITIVE_INFINITY;
    this.#stall = undefined;
    this.#callerSignal?.removeEventListener('abort', this.#onCallerAbort);
  }

  readonly #onCallerAbort = (): void => {
    this.abandon({ by: 'caller' }, this.#callerSignal?.reason);
  };

  #dueAtMs(): number {
    const lookAtMs = this.#stall?.nextLookAtMs ?? Number.POSITIVE_INFINITY;
    return Math.min(this.#deadlineAtMs, lookAtMs, this.#totalAtMs);
  }

  // A later deadline keeps the running timer, which looks again when it fires: one timer for a whole stream.
  #arm(nowMs: number): void {
    const dueAtMs = this.#dueAtMs();
    if (dueAtMs === Number.POSITIVE_INFINITY) return;
    if (this.#cancelTimer !== undefined && this.#armedAtMs <= dueAtMs) return;
    this.#schedule(dueAtMs, nowMs);
  }

  #schedule(atMs: number, nowMs: number): void {
    this.#cancelTimer?.();
    this.#armedAtMs = atMs;
    this.#cancelTimer = this.#clock.schedule(this.#onTimer, atMs - nowMs);
  }

  readonly #onTimer = (): void => {
    this.#cancelTimer = undefined;
    const nowMs = this.#clock.monotonicMs();
    const dueAtMs = this.#dueAtMs();
    if (dueAtMs === Number.POSITIVE_INFINITY) return;
    if (dueAtMs > nowMs + timerEarlyMs) return this.#schedule(dueAtMs, nowMs);
    if (nowMs - this.#armedAtMs > lateMs && !this.#graceUsed) {
      // The answer may already lie in the socket's queue: let it win.
      this.#graceUsed = true;
      return this.#schedule(nowMs + lateMs, nowMs);
    }
    const missed = this.#missed(nowMs);
    if (missed === undefined) this.#arm(nowMs);
    else this.#expire(missed, nowMs);
  };

  #missed(nowMs: number): DeadlineKind | undefined {
    if (this.#totalAtMs <= nowMs + timerEarlyMs) return 'total';
    if (this.#deadlineAtMs <= nowMs + timerEarlyMs) return this.#kind;
    return this.#stall?.look(this, nowMs) === true ? 'stall' : undefined;
  }

  #expire(kind: DeadlineKind, nowMs: number): void {
    const afterMs = Math.round(nowMs - this.record.startedMonotonicMs);
    const message = `The ${kind} deadline of candidate "${this.candidate.id}" passed after ${afterMs} ms`;
    this.abandon({ by: 'deadline', kind, afterMs }, new DOMException(message, 'TimeoutError'));
  }
}

function discardSafely<T>(late: T, discard: ((late: T) => void) | undefined): void {
  try {
    discard?.(late);
  } catch {
    // An answer that is late and malformed has nobody to be told to.
  }
}
