import { tellCallEnd } from '../report/tell-call-end.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptRunner } from './attempt-runner.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { runChain } from './run-chain.ts';
import { settleAttempt } from './settle-attempt.ts';

/** An answer, and the attempt that gave it. */
export interface Answered<C extends ChainCandidate, R> {
  readonly attempt: Attempt<C>;
  readonly result: R;
}

/** Runs a chain whose answer comes whole, from its first attempt to the end that hooks and tracer are told. */
export async function runCall<C extends ChainCandidate, R>(
  call: ChainCall<C>,
  perform: AttemptRunner<C, Answered<C, R>>['perform'],
): Promise<R> {
  try {
    const { attempt, result } = await runChain(call, { perform });
    settleAttempt(call, attempt, { outcome: 'served' });
    tellCallEnd(call);
    return result;
  } catch (error) {
    tellCallEnd(call, error);
    throw error;
  }
}
