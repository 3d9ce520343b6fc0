import type { Attempt } from './attempt.ts';
import { beginAttempt } from './begin-attempt.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** How a candidate is asked. */
export interface AttemptRunner<C extends ChainCandidate, R> {
  /** Resolves when the answer is complete or committed; throws when the attempt failed. */
  readonly perform: (attempt: Attempt<C>) => Promise<R>;
  /** Frees an answer nobody will use, because another one won. */
  readonly discard?: (value: R, attempt: Attempt<C>) => void;
}

/** What came of asking. */
export type Asked<C extends ChainCandidate, R> =
  | { readonly type: 'answered'; readonly value: R }
  | { readonly type: 'failed'; readonly attempt: Attempt<C>; readonly error: unknown };

/** Asks one candidate. Never rejects. */
export function askCandidate<C extends ChainCandidate, R>(
  call: ChainCall<C>,
  candidate: C,
  runner: AttemptRunner<C, R>,
): Promise<Asked<C, R>> {
  const attempt = beginAttempt(call, candidate);
  return runner.perform(attempt).then(
    (value): Asked<C, R> => ({ type: 'answered', value }),
    (error: unknown): Asked<C, R> => ({ type: 'failed', attempt, error }),
  );
}
