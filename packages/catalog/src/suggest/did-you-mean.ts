import { pairsOf } from './pairs-of.ts';
import { similarity } from './similarity.ts';

/** Below it two names have too little in common to be one and its misspelling. */
const SIMILAR = 0.5;

/**
 * For the end of an error's message: `Did you mean "tier"?`, or what there is when nothing looks like it. Made for
 * short names, such as keys of options; for model ids there is {@link nearestIds}.
 */
export function didYouMean(wanted: string, known: readonly string[]): string {
  const wantedParts = partsOf(wanted.slice(0, 200));
  let [nearest, most] = ['', 0];
  for (const name of known) {
    const alike = similarity(wantedParts, partsOf(name));
    if (alike > most) [nearest, most] = [name, alike];
  }
  return most >= SIMILAR ? `Did you mean "${nearest}"?` : `Known: ${known.join(', ')}.`;
}

/** Letters and pairs of them: of two swapped letters in a short name no pair survives, but the letters do. */
function partsOf(name: string): ReadonlySet<string> {
  const parts = pairsOf(name);
  for (const letter of name.toLowerCase()) parts.add(letter);
  return parts;
}
