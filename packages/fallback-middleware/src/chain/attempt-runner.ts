import type { Attempt } from './attempt.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** How a candidate is asked. */
export interface AttemptRunner<C extends ChainCandidate, R> {
  /** Resolves when the answer is complete or committed; rejects when the attempt failed. */
  readonly perform: (attempt: Attempt<C>) => Promise<R>;
  /** Frees an answer nobody will use, because another one won. */
  readonly discard?: (value: R, attempt: Attempt<C>) => void;
}
