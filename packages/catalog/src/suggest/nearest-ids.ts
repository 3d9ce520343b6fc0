import { pairsOf } from './pairs-of.ts';
import { similarity } from './similarity.ts';

const ENOUGH = 3;
const SIMILAR = 0.4;

/** The ids most like `wanted`, best first, at most three. Similarity is the share of common letter pairs. */
export function nearestIds(wanted: string, ids: Iterable<string>): readonly string[] {
  const wantedPairs = pairsOf(wanted.slice(0, 200));
  return [...ids]
    .map((id) => ({ id, similarity: similarity(wantedPairs, pairsOf(id)) }))
    .filter((entry) => entry.similarity >= SIMILAR)
    .toSorted((a, b) => b.similarity - a.similarity || a.id.localeCompare(b.id, 'en'))
    .slice(0, ENOUGH)
    .map((entry) => entry.id);
}
