import type { Attempt } from '../chain/attempt.ts';
import type { AttemptRunner } from '../chain/attempt-runner.ts';
import { beginAttempt } from '../chain/begin-attempt.ts';
import type { ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
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
  /** Told about the first failure while the other attempt still runs. */
  readonly onFailure: (attempt: Attempt<C>, error: unknown) => void;
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
  #over = false;

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
    const delayMs = options.delay.delayMs(first.candidate.id);
    if (delayMs === undefined || this.#over) return;
    this.#cancelTimer = call.options.clock.schedule(() => void this.#hedge(), delayMs);
  }

  async #hedge(): Promise<void> {
    const { call, options, takeSecond } = this.#race;
    const second = await takeSecond();
    if (second === undefined) return;
    // The first may have answered meanwhile, or a budget may say no: then the second was never asked.
    if (this.#over || options.allow?.(second.id) === false) {
      call.queue.putBack(second);
      return;
    }
    const attempt = beginAttempt(call, second);
    attempt.record.hedge = true;
    await this.#perform(attempt);
  }

  async #perform(attempt: Attempt<C>): Promise<void> {
    const { runner } = this.#race;
    this.#running.add(attempt);
    try {
      const value = await runner.perform(attempt);
      if (this.#over) runner.discard?.(value, attempt);
      else this.#win(attempt, value);
    } catch (error) {
      if (!this.#over) this.#lose(attempt, error);
    }
  }

  #win(winner: Attempt<C>, value: R): void {
    const { call, options } = this.#race;
    const { candidate, record } = winner;
    const latencyMs = record.ttftMs ?? call.options.clock.monotonicMs() - record.startedMonotonicMs;
    options.delay.observe(candidate.id, latencyMs);
    this.#running.delete(winner);
    this.#end();
    this.#resolve(value);
  }

  #lose(attempt: Attempt<C>, error: unknown): void {
    const { call, onFailure } = this.#race;
    this.#running.delete(attempt);
    if (this.#running.size > 0 && call.signal?.aborted !== true) return onFailure(attempt, error);
    this.lastFailed = attempt;
    this.#end();
    this.#reject(error);
  }

  #end(): void {
    this.#over = true;
    this.#cancelTimer?.();
    for (const loser of this.#running) abandonLoser(this.#race.call, loser);
  }
}

function noOneWaits(): void {
  // Before `run` there is nobody to tell.
}

function abandonLoser<C extends ChainCandidate>(call: ChainCall<C>, attempt: Attempt<C>): void {
  attempt.record.reason = 'another candidate answered first';
  settleAttempt(call, attempt, { outcome: 'abandoned' });
  attempt.abandon(
    { by: 'hedge' },
    new DOMException('Another candidate answered first', 'AbortError'),
  );
}
