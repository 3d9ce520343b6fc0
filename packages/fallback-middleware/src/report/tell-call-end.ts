import { reportOf, type ChainCall } from '../chain/chain-call.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { emit } from './emit.ts';

/** Tells the hooks, and the tracer, that a call is over. Counts once. */
export function tellCallEnd<C extends ChainCandidate>(chain: ChainCall<C>, error?: unknown): void {
  if (chain.isOver) return;
  chain.isOver = true;
  chain.trace?.end(error);
  const { events } = chain.options;
  if (events.onCallEnd === undefined) return;
  const report = reportOf(chain);
  const event = error === undefined ? { report } : { report, error };
  emit(events, 'onCallEnd', () => events.onCallEnd?.(event));
}
