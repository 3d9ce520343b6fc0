import { classifyFailure } from '../failure/classify-failure.ts';
import type { Failure } from '../failure/failure.ts';
import type { Attempt, AttemptEnd } from './attempt.ts';
import { JudgedFailure } from './judged-failure.ts';

/** What an attempt's error means. Who ended the attempt counts before what the error says. */
export function failureOf(attempt: Attempt, error: unknown, nowMs: number): Failure {
  const { end } = attempt;
  if (end !== undefined) return failureOfEnd(end);
  if (error instanceof JudgedFailure) return error.failure;
  const failure = classifyFailure(error, { nowMs });
  // Nobody on our side aborted, so the connection was dropped by somebody else.
  return failure.class === 'aborted' ? { ...failure, class: 'network' } : failure;
}

function failureOfEnd(end: AttemptEnd): Failure {
  if (end.by === 'caller') return { class: 'aborted', message: 'The caller aborted the call' };
  if (end.by === 'hedge') {
    return { class: 'aborted', message: 'Another candidate answered first' };
  }
  return {
    class: end.kind === 'stall' ? 'stalled' : 'timeout',
    code: `${end.kind}-deadline`,
    message: `Nothing came before the ${end.kind} deadline, ${end.afterMs} ms after the start`,
  };
}
