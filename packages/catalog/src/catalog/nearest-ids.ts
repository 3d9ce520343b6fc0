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

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase();
  const pairs = new Set<string>();
  for (let index = 1; index < letters.length; index += 1)
    pairs.add(letters.slice(index - 1, index + 1));
  return pairs;
}

/** Dice's coefficient. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
