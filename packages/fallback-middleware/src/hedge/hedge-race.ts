import type { Attempt } from '../chain/attempt.ts';
import type { AttemptRunner } from '../chain/attempt-runner.ts';
import { beginAttempt } from '../chain/begin-attempt.ts';
import type { ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import { safely } from '../report/safely.ts';
import type { HedgeOptions } from './hedge-options.ts';

/** What {@link HedgeRace} needs. */
export interface HedgeRaceOptions<C extends ChainCandidate, R> {
  readonly call: ChainCall<C>;
  /** The attempt that may turn out slow; begun, not performed. */
  readonly first: Attempt<C>;
  readonly runner: AttemptRunner<C, R>;
  readonly options: HedgeOptions;
  /** The candidate to start beside a slow one; undefined when there is none or a limit forbids it. */
  readonly takeSecond: () => Promise<C | undefined>;
  /** Told about a failure while the other attempt may still answer. False when the call must stop. */
  readonly onFailure: (attempt: Attempt<C>, error: unknown) => boolean;
}

interface Loss<C extends ChainCandidate> {
  readonly attempt: Attempt<C>;
  readonly error: unknown;
}

/**
 * Asks one candidate and, if it stays silent too long, a second one beside it. The first answer wins; the loser is
 * cancelled and what it used is unknown until somebody learns it.
 */
export class HedgeRace<C extends ChainCandidate, R> {
  /** Whose error `run` rejected with. */
  lastFailed: Attempt<C>;
  readonly #race: HedgeRaceOptions<C, R>;
  readonly #running = new Set<Attempt<C>>();
  #resolve: (value: R) => void = noOneWaits;
  #reject: (error: unknown) => void = noOneWaits;
  #cancelTimer: (() => void) | undefined;
  /** A second candidate is being looked for: gates and health may take their time. */
  #isSeeking = false;
  /** The first failed while the second was being looked for. */
  #loss: Loss<C> | undefined;
  #isOver = false;

  constructor(race: HedgeRaceOptions<C, R>) {
    this.#race = race;
    this.lastFailed = race.first;
  }

  /** The first answer; rejects with the error of `lastFailed` when there is none. */
  run(): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#start();
    });
  }

  #start(): void {
    const { call, first, options } = this.#race;
    void this.#perform(first);
    const { clock, events } = call.options;
    const delayMs = safely(
      events,
      'hedge.delay',
      () => options.delay.delayMs(first.candidate.id),
      undefined,
    );
    if (delayMs === undefined || this.#isOver) return;
    this.#cancelTimer = clock.schedule(() => void this.#seek(), delayMs);
  }

  async #seek(): Promise<void> {
    this.#isSeeking = true;
    // A gate that fails finds nobody: the first may still answer.
    const second = await this.#race.takeSecond().catch(() => undefined);
    this.#isSeeking = false;
    if (second !== undefined && this.#mayBegin(second)) return this.#begin(second);
    if (second !== undefined) this.#putBack(second);
    const loss = this.#loss;
    if (loss !== undefined) this.#fail(loss);
  }

  /** The first may have answered meanwhile, somebody may have aborted, and a budget may say no. */
  #mayBegin({ id }: C): boolean {
    const { call, options } = this.#race;
    if (this.#isOver || call.signal?.aborted === true) return false;
    return safely(call.options.events, 'hedge.allow', () => options.allow?.(id) !== false, false);
  }

  #putBack(second: C): void {
    const { call } = this.#race;
    call.health?.release(second);
    call.queue.putBack(second);
  }

  #begin(second: C): Promise<void> {
    const attempt = beginAttempt(this.#race.call, second);
    attempt.record.hedge = true;
    return this.#perform(attempt);
  }

  async #perform(attempt: Attempt<C>): Promise<void> {
    const { runner } = this.#race;
    this.#running.add(attempt);
    try {
      const value = await runner.perform(attempt);
      if (this.#isOver) runner.discard?.(value, attempt);
      else this.#win(attempt, value);
    } catch (error) {
      if (!this.#isOver) this.#lose({ attempt, error });
    }
  }

  #win(winner: Attempt<C>, value: R): void {
    const { call, options } = this.#race;
    const { candidate, record } = winner;
    const latencyMs = record.ttftMs ?? call.options.clock.monotonicMs() - record.startedMonotonicMs;
    this.#running.delete(winner);
    safely(
      call.options.events,
      'hedge.delay',
      () => options.delay.observe(candidate.id, latencyMs),
      undefined,
    );
    this.#end('another candidate answered first', () => this.#resolve(value));
  }

  #lose(loss: Loss<C>): void {
    this.#running.delete(loss.attempt);
    const isAborted = this.#race.call.signal?.aborted === true;
    const isAlone = this.#running.size === 0;
    if (isAborted || (isAlone && !this.#isSeeking)) return this.#fail(loss);
    if (!this.#mayGoOn(loss)) return this.#fail(loss);
    if (isAlone) this.#loss = loss;
  }

  #mayGoOn({ attempt, error }: Loss<C>): boolean {
    try {
      return this.#race.onFailure(attempt, error);
    } catch {
      // An abort, by whoever was told of the failure: the chain finds it by itself.
      return false;
    }
  }

  #fail({ attempt, error }: Loss<C>): void {
    this.lastFailed = attempt;
    const isAborted = this.#race.call.signal?.aborted === true;
    const reason = isAborted ? 'the caller aborted the call' : 'the call was stopped';
    this.#end(reason, () => this.#reject(error));
  }

  #end(reason: string, tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancelTimer?.();
    for (const loser of this.#running) this.#abandon(loser, reason);
    tell();
  }

  #abandon(loser: Attempt<C>, reason: string): void {
    const { call } = this.#race;
    this.#observeSilence(loser);
    loser.record.reason = reason;
    settleAttempt(call, loser, { outcome: 'abandoned' });
    loser.abandon({ by: 'hedge' }, new DOMException(reason, 'AbortError'));
  }

  /** A loser was at least this slow; counted out, the slow ones would make everybody look quick. */
  #observeSilence({ candidate, record }: Attempt<C>): void {
    const { call, options } = this.#race;
    const { clock, events } = call.options;
    if (record.ttftMs !== undefined) return;
    const silentMs = clock.monotonicMs() - record.startedMonotonicMs;
    const observe = (): void => options.delay.observeAtLeast?.(candidate.id, silentMs);
    safely(events, 'hedge.delay', observe, undefined);
  }
}

function noOneWaits(): void {
  // Before `run` there is nobody to tell.
}
