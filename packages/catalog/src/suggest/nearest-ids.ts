import { mostAlike } from './most-alike.ts';
import { pairsOf } from './pairs-of.ts';

const ENOUGH = 3;

/** The ids most like `wanted`, best first, at most three. They share at least two fifths of their pairs of letters. */
export function nearestIds(wanted: string, ids: Iterable<string>): readonly string[] {
  return mostAlike({ wanted, names: ids, partsOf: pairsOf, least: 0.4 }).slice(0, ENOUGH);
}
