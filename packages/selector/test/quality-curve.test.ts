import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutcomePair } from '../scripts/routing/outcome-item.ts';
import { areaOf, qualityCurve, shareAtQuality } from '../scripts/routing/quality-curve.ts';

const item = (weak: number, strong: number): OutcomePair => ({ prompt: '', weak, strong });

/** Four questions of which the strong side gains on two. */
const ITEMS = [item(1, 1), item(0, 1), item(1, 1), item(0, 1)];

describe('the curve of a score', () => {
  it.each([
    ['one that knows', [0, 1, 0, 1], 0.75],
    ['one that is always wrong', [1, 0, 1, 0], 0.25],
    ['equal scores, which count as a random order', [3, 3, 3, 3], 0.5],
  ])('has the right area for %s', (_title, scores, area) => {
    expect(areaOf(qualityCurve(ITEMS, scores))).toBeCloseTo(area, 12);
  });

  it('reads the share of strong calls from which on the quality holds', () => {
    expect(shareAtQuality(qualityCurve(ITEMS, [0, 1, 0, 1]), 1)).toBe(0.5);
    expect(shareAtQuality(qualityCurve(ITEMS, [1, 0, 1, 0]), 1)).toBe(1);
    expect(shareAtQuality(qualityCurve(ITEMS, [1, 0, 1, 0]), 0.5)).toBe(0);
  });

  it('does not depend on the order of the items, and turns around with the score', () => {
    const pairs = fc.array(
      fc.record({
        weak: fc.constantFrom(0, 1),
        strong: fc.constantFrom(0, 1),
        score: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(pairs, (all) => {
        const items = [...all, { weak: 0, strong: 1, score: 2 }].map((pair) => ({
          prompt: '',
          ...pair,
        }));
        const gap = items.reduce((sum, { weak, strong }) => sum + strong - weak, 0);
        fc.pre(gap > 0);
        const area = (list: typeof items, sign: number): number =>
          areaOf(
            qualityCurve(
              list,
              list.map(({ score }) => sign * score),
            ),
          );
        expect(area(items.toReversed(), 1)).toBeCloseTo(area(items, 1), 9);
        expect(area(items, -1)).toBeCloseTo(1 - area(items, 1), 9);
      }),
    );
  });
});
