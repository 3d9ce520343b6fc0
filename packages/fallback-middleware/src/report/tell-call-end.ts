import { reportOf, type ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { emit } from './emit.ts';

/** Tells the hooks, and the tracer, that a call is over. */
export function tellCallEnd<C extends ChainCandidate>(chain: ChainCall<C>, error?: unknown): void {
  chain.trace?.end(error);
  const { events } = chain.options;
  if (events.onCallEnd === undefined) return;
  const report = reportOf(chain);
  const told = error === undefined ? { report } : { report, error };
  emit(events, 'onCallEnd', () => events.onCallEnd?.(told));
}
