import type { AttemptRecord } from '../report/attempt-record.ts';
import { emit } from '../report/emit.ts';
import { Attempt } from './attempt.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** Opens the record and the deadlines of one attempt. */
export function beginAttempt<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
): Attempt<C> {
  const { clock, events } = call.options;
  const record: AttemptRecord = {
    candidate,
    startedAtMs: clock.nowMs(),
    startedMonotonicMs: clock.monotonicMs(),
  };
  call.records.push(record);
  call.startedAttempts += 1;
  call.trace?.attemptStarted(record, call.startedAttempts);
  if (events.onAttempt !== undefined) {
    const started = { candidateId: candidate.id, attemptNumber: call.startedAttempts };
    emit(events, 'onAttempt', () => events.onAttempt?.(started));
  }
  return new Attempt({
    candidate,
    record,
    clock,
    callerSignal: call.signal,
    totalAtMs: call.totalAtMs,
  });
}
