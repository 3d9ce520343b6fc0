import { seededRandom } from '../../src/testing/seeded-random.ts';
import { hashWord } from '../../src/text/hash.ts';

/** Random numbers of a name: the same name gives the same numbers, whatever else was drawn before. */
export interface Draws {
  /** In [0, 1). */
  uniform(): number;
  /** Mean 0, deviation 1; the sum of twelve uniform ones. */
  normal(): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function drawsOf(name: string): Draws {
  const uniform = seededRandom(hashWord(name));
  return {
    uniform,
    normal: () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6),
    pick: (items) => {
      const item = items[Math.floor(uniform() * items.length)];
      if (item === undefined) throw new RangeError('pick() got an empty list');
      return item;
    },
  };
}
