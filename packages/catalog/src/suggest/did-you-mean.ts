import { mostAlike } from './most-alike.ts';
import { pairsOf } from './pairs-of.ts';

/**
 * For the end of an error's message: `Did you mean "tier"?`, or what there is when nothing looks like it. Made for
 * short names, such as keys of options; for model ids there is `nearestIds`.
 */
export function didYouMean(wanted: string, known: readonly string[]): string {
  const [nearest] = mostAlike({ wanted, names: known, partsOf, least: 0.5 });
  return nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
}

/** Letters and pairs of them: of two swapped letters in a short name no pair survives, but the letters do. */
function partsOf(name: string): ReadonlySet<string> {
  return new Set([...name.toLowerCase().split(''), ...pairsOf(name)]);
}
