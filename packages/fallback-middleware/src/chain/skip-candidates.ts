import type { AttemptRecord } from '../report/attempt-record.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import { emit } from '../report/emit.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** Writes down candidates that are not asked, and why. */
export function skipCandidates<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidates: readonly C[],
  reason: string,
): void {
  const { clock, events } = call.options;
  for (const candidate of candidates) {
    const startedMonotonicMs = clock.monotonicMs();
    const record: AttemptRecord = {
      candidate,
      startedAtMs: clock.nowMs(),
      startedMonotonicMs,
      endedMonotonicMs: startedMonotonicMs,
      outcome: 'skipped',
      reason,
    };
    call.records.push(record);
    if (events.onSkip !== undefined) {
      const attempt = toAttemptReport(record, clock);
      emit(events, 'onSkip', () => events.onSkip?.({ attempt }));
    }
  }
}
