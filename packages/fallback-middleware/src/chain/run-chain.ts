import { emit } from '../report/emit.ts';
import { FallbackExhaustedError } from '../errors/fallback-exhausted-error.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import { Attempt } from './attempt.ts';
import { beginAttempt } from './begin-attempt.ts';
import { reportOf, type ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { failureOf } from './failure-of.ts';
import { nextCandidate } from './next-candidate.ts';
import { planRecovery } from './plan-recovery.ts';
import { settleAttempt } from './settle-attempt.ts';

/** Asks one candidate. Resolves when its answer is committed; throws when it failed. */
export type PerformAttempt<C extends ChainCandidate, R> = (attempt: Attempt<C>) => Promise<R>;

/**
 * The loop: asks candidates in order until one answers. Throws the caller's own reason after an abort, else
 * {@link FallbackExhaustedError}.
 */
export async function runChain<C extends ChainCandidate, R>(
  call: ChainCall<C>,
  perform: PerformAttempt<C, R>,
): Promise<R> {
  let failed: Attempt<C> | undefined;
  for (;;) {
    call.signal?.throwIfAborted();
    const next = await nextCandidate(call);
    call.signal?.throwIfAborted();
    if (next.type === 'none') throw exhausted(call, next.reason);
    if (failed !== undefined) tellFallback(call, failed, next.candidate);
    const attempt = beginAttempt(call, next.candidate);
    try {
      return await perform(attempt);
    } catch (error) {
      recoverOrThrow(call, attempt, error);
    }
    failed = attempt;
  }
}

function recoverOrThrow<C extends ChainCandidate>(
  call: ChainCall<C>,
  attempt: Attempt<C>,
  error: unknown,
): void {
  const failure = failureOf(attempt, error, call.options.clock.nowMs());
  const abandoned = attempt.end?.by === 'caller' || call.signal?.aborted === true;
  settleAttempt(call, attempt, { outcome: abandoned ? 'abandoned' : 'failed', failure, error });
  call.signal?.throwIfAborted();
  if (!planRecovery(call, attempt.candidate, failure)) throw exhausted(call, 'stopped');
}

function tellFallback<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: Attempt<C>,
  candidate: C,
): void {
  const { clock, events } = call.options;
  if (events.onFallback === undefined || failed.candidate === candidate) return;
  const from = toAttemptReport(failed.record, clock.monotonicMs());
  emit(events, 'onFallback', () => events.onFallback?.({ from, toCandidateId: candidate.id }));
}

function exhausted<C extends ChainCandidate>(
  call: ChainCall<C>,
  reason: FallbackExhaustedError['reason'],
): FallbackExhaustedError {
  return new FallbackExhaustedError({ report: reportOf(call), reason });
}
