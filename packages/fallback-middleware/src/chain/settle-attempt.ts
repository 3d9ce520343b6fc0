import type { Failure } from '../failure/failure.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import type { AttemptOutcome } from '../report/call-report.ts';
import { emit, reportHookError } from '../report/emit.ts';
import type { Attempt } from './attempt.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** How an attempt ended. */
export interface Settlement {
  readonly outcome: AttemptOutcome;
  readonly failure?: Failure;
  readonly error?: unknown;
}

/** Writes down how an attempt ended, frees what it held and tells the hooks. Counts once. */
export function settleAttempt<C extends ChainCandidate>(
  call: ChainCall<C>,
  attempt: Attempt<C>,
  settlement: Settlement,
): void {
  const { record } = attempt;
  if (record.outcome !== undefined) return;
  attempt.close();
  record.outcome = settlement.outcome;
  record.endedMonotonicMs = call.options.clock.monotonicMs();
  if (settlement.failure !== undefined) record.failure = settlement.failure;
  payBudget(call, settlement.outcome);
  call.health?.report(record);
  call.trace?.attemptEnded(record, settlement.error);
  const { events } = call.options;
  if (events.onAttemptEnd === undefined) return;
  const told = toAttemptReport(record, call.options.clock);
  const error = settlement.error === undefined ? {} : { error: settlement.error };
  emit(events, 'onAttemptEnd', () => events.onAttemptEnd?.({ attempt: told, ...error }));
}

function payBudget<C extends ChainCandidate>(call: ChainCall<C>, outcome: AttemptOutcome): void {
  const { events, retryBudget } = call.options;
  try {
    if (outcome === 'served') retryBudget?.earn();
    if (outcome === 'failed' && call.startedAttempts > 1) retryBudget?.spend();
  } catch (error) {
    reportHookError(events, error, 'retryBudget');
  }
}
