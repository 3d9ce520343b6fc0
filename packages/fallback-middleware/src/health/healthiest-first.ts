import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { HealthSnapshot } from './health-store.ts';

/** An order: closed breakers before open ones, then success in steps of ten points, then the given order. */
export function healthiestFirst(
  candidates: readonly ChainCandidate[],
  health: ReadonlyMap<string, HealthSnapshot>,
): readonly ChainCandidate[] {
  const rank = ({ id }: ChainCandidate): number => {
    const known = health.get(id);
    if (known === undefined) return 0;
    return (known.state === 'open' ? 100 : 0) + Math.round((1 - known.successRate) * 10);
  };
  return candidates.toSorted((a, b) => rank(a) - rank(b));
}
