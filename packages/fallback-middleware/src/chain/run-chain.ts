import {
  FallbackExhaustedError,
  type ExhaustionReason,
} from '../errors/fallback-exhausted-error.ts';
import { ruleFor } from '../failure/failure-rules.ts';
import { HedgeRace } from '../hedge/hedge-race.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import { emit } from '../report/emit.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptRunner } from './attempt-runner.ts';
import { beginAttempt } from './begin-attempt.ts';
import { reportOf, type ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { failureOf } from './failure-of.ts';
import { nextCandidate, takeHedge, type NextCandidate } from './next-candidate.ts';
import { isPending } from './pending.ts';
import { planRecovery } from './plan-recovery.ts';
import { settleAttempt } from './settle-attempt.ts';
import { withinCall, type WithinCallOptions } from './within-call.ts';

/**
 * The loop: asks candidates in order until one answers. Throws the caller's own reason after an abort, else
 * {@link FallbackExhaustedError}.
 */
export async function runChain<C extends ChainCandidate, R>(
  call: ChainCall<C>,
  runner: AttemptRunner<C, R>,
): Promise<R> {
  let failed: Attempt<C> | undefined;
  for (;;) {
    call.signal?.throwIfAborted();
    const chosen = nextCandidate(call);
    const next = isPending(chosen) ? await withinCall(call, waitFor(call, chosen)) : chosen;
    if (call.signal?.aborted === true) release(call, next);
    call.signal?.throwIfAborted();
    if (next.type === 'none') throw exhausted(call, next.reason);
    if (failed !== undefined) tellFallback(call, failed, next.candidate);
    const attempt = beginAttempt(call, next.candidate);
    const race = raceFor(call, attempt, runner);
    try {
      return await (race === undefined ? runner.perform(attempt) : race.run());
    } catch (error) {
      failed = race?.lastFailed ?? attempt;
      if (!recover(call, failed, error)) throw exhausted(call, 'stopped');
    }
  }
}

function waitFor<C extends ChainCandidate>(
  call: ChainCall<C>,
  pending: PromiseLike<NextCandidate<C>>,
): WithinCallOptions<NextCandidate<C>> {
  const atDeadline = { type: 'none', reason: 'total-deadline' } as const;
  return { pending, atDeadline, discard: (late) => release(call, late) };
}

/** The candidate is not asked after all: a probe of its breaker is for somebody else. */
function release<C extends ChainCandidate>(call: ChainCall<C>, next: NextCandidate<C>): void {
  if (next.type === 'candidate') call.health?.release(next.candidate);
}

function raceFor<C extends ChainCandidate, R>(
  call: ChainCall<C>,
  first: Attempt<C>,
  runner: AttemptRunner<C, R>,
): HedgeRace<C, R> | undefined {
  if (call.hedge === undefined) return undefined;
  return new HedgeRace({
    call,
    first,
    runner,
    options: call.hedge,
    takeSecond: () =>
      withinCall(call, {
        pending: takeHedge(call),
        atDeadline: undefined,
        discard: (late) => {
          if (late !== undefined) call.health?.release(late);
        },
      }),
    onFailure: (attempt, error) => recover(call, attempt, error),
  });
}

/** Writes the failure down and changes who is asked next. False when the call must stop. Throws after an abort. */
function recover<C extends ChainCandidate>(
  call: ChainCall<C>,
  attempt: Attempt<C>,
  error: unknown,
): boolean {
  const failure = failureOf(attempt, error, call.options.clock.nowMs());
  // A hedge race told of it already, and who is asked next was planned then.
  if (attempt.record.outcome !== undefined) {
    call.signal?.throwIfAborted();
    return ruleFor(failure.class, call.options.failurePolicy).action !== 'stop';
  }
  const abandoned = attempt.end?.by === 'caller' || call.signal?.aborted === true;
  settleAttempt(call, attempt, { outcome: abandoned ? 'abandoned' : 'failed', failure, error });
  call.signal?.throwIfAborted();
  call.onFailure?.(attempt.candidate, failure);
  return planRecovery(call, attempt.candidate, failure);
}

function tellFallback<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: Attempt<C>,
  candidate: C,
): void {
  const { clock, events } = call.options;
  if (events.onFallback === undefined || failed.candidate === candidate) return;
  const from = toAttemptReport(failed.record, clock);
  emit(events, 'onFallback', () => events.onFallback?.({ from, toCandidateId: candidate.id }));
}

function exhausted<C extends ChainCandidate>(
  call: ChainCall<C>,
  reason: ExhaustionReason,
): FallbackExhaustedError {
  return new FallbackExhaustedError({ report: reportOf(call), reason });
}
