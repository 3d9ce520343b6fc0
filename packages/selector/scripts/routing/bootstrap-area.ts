import type { OutcomePair } from './outcome-item.ts';
import { areaOf, qualityCurve } from './quality-curve.ts';
import { seededRandom } from '../../src/testing/seeded-random.ts';

const DRAWS = 200;

/** The 95 % interval of the curve's area over redrawn items; the same every time. */
export function bootstrapArea(
  items: readonly OutcomePair[],
  scores: readonly number[],
): readonly [low: number, high: number] {
  const random = seededRandom(1);
  const areas = Array.from({ length: DRAWS }, () => {
    const drawn = items.map(() => Math.floor(random() * items.length));
    const points = qualityCurve(
      drawn.map((place) => items[place]!),
      drawn.map((place) => scores[place]!),
    );
    return areaOf(points);
  }).toSorted((one, other) => one - other);
  return [areas[Math.floor(DRAWS * 0.025)]!, areas[Math.ceil(DRAWS * 0.975) - 1]!];
}
