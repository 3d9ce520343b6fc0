import type { Asked, AttemptRunner } from '../chain/ask-candidate.ts';
import type { Attempt } from '../chain/attempt.ts';
import { beginAttempt } from '../chain/begin-attempt.ts';
import type { ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import type { HedgeOptions } from './hedge-options.ts';

/** What {@link askHedged} needs. */
export interface HedgedQuestion<C extends ChainCandidate, R> {
  readonly call: ChainCall<C>;
  readonly candidate: C;
  readonly runner: AttemptRunner<C, R>;
  readonly options: HedgeOptions;
  /** The candidate to start beside a slow one; undefined when there is none or a limit forbids it. */
  readonly takeSecond: () => Promise<C | undefined>;
  /** Told about the first failure while the other attempt still runs. */
  readonly onFailure: (attempt: Attempt<C>, error: unknown) => void;
}

/**
 * Asks one candidate and, if it stays silent too long, a second one beside it. The first answer wins; the loser is
 * cancelled and what it used is unknown until somebody learns it. Never rejects.
 */
export function askHedged<C extends ChainCandidate, R>(
  question: HedgedQuestion<C, R>,
): Promise<Asked<C, R>> {
  return new Promise((resolve) => {
    new HedgeRace(question, resolve).start();
  });
}

class HedgeRace<C extends ChainCandidate, R> {
  readonly #question: HedgedQuestion<C, R>;
  readonly #resolve: (asked: Asked<C, R>) => void;
  readonly #running = new Set<Attempt<C>>();
  #cancelTimer: (() => void) | undefined;
  #over = false;

  constructor(question: HedgedQuestion<C, R>, resolve: (asked: Asked<C, R>) => void) {
    this.#question = question;
    this.#resolve = resolve;
  }

  start(): void {
    const { call, candidate, options } = this.#question;
    void this.#ask(candidate, false);
    const delayMs = options.delay.delayMs(candidate.id);
    if (delayMs === undefined || this.#over) return;
    this.#cancelTimer = call.options.clock.schedule(() => void this.#hedge(), delayMs);
  }

  async #hedge(): Promise<void> {
    const { options, takeSecond } = this.#question;
    const second = await takeSecond();
    if (second === undefined) return;
    // The first may have answered meanwhile, or a budget may say no: then the second was never asked.
    if (this.#over || options.allow?.(second.id) === false) {
      this.#question.call.queue.putBack(second);
      return;
    }
    await this.#ask(second, true);
  }

  async #ask(candidate: C, hedge: boolean): Promise<void> {
    const { call, runner } = this.#question;
    const attempt = beginAttempt(call, candidate);
    if (hedge) attempt.record.hedge = true;
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
    this.#end();
    const { call, options } = this.#question;
    const { candidate, record } = winner;
    const latencyMs = record.ttftMs ?? call.options.clock.monotonicMs() - record.startedMonotonicMs;
    options.delay.observe(candidate.id, latencyMs);
    for (const attempt of this.#running) if (attempt !== winner) abandonLoser(call, attempt);
    this.#resolve({ type: 'answered', value });
  }

  #lose(attempt: Attempt<C>, error: unknown): void {
    this.#running.delete(attempt);
    if (this.#running.size > 0 && this.#question.call.signal?.aborted !== true) {
      return this.#question.onFailure(attempt, error);
    }
    this.#end();
    for (const other of this.#running) abandonLoser(this.#question.call, other);
    this.#resolve({ type: 'failed', attempt, error });
  }

  #end(): void {
    this.#over = true;
    this.#cancelTimer?.();
  }
}

function abandonLoser<C extends ChainCandidate>(call: ChainCall<C>, attempt: Attempt<C>): void {
  attempt.record.reason = 'another candidate answered first';
  settleAttempt(call, attempt, { outcome: 'abandoned' });
  attempt.abandon(
    { by: 'hedge' },
    new DOMException('Another candidate answered first', 'AbortError'),
  );
}
