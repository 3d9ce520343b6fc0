import { describe, expect, it } from 'vitest';
import { plantSlip, SLIPS } from '../scripts/slips/plant-slip.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { equationsIn } from '../src/verify/equations.ts';

/** A worked solution of our own, in the notation of gsm8k. */
const SOLUTION = [
  'The shop sells 12 * 8 = <<12*8=96>>96 pens.',
  'With the pencils it sells 96 + 30 + 4 = <<96+30+4=130>>130 things.',
  'At 2 dollars each that is 130 * 2 = <<130*2=260>>260 dollars.',
  '#### 260',
].join('\n');

const PLAIN = SOLUTION.replaceAll(/<<[^>]*>>/g, '');

function planted(slip: (typeof SLIPS)[number], seed: number): string {
  return plantSlip(SOLUTION, slip, seededRandom(seed)) ?? PLAIN;
}

describe('a planted slip', () => {
  it.each(SLIPS)(
    'of the kind "%s" changes the solution, and its result unless it cuts it off',
    (slip) => {
      const texts = [1, 2, 3, 4]
        .map((seed) => planted(slip, seed))
        .filter((text) => text !== PLAIN);
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text).not.toContain('#### 260');
    },
  );

  it('is one wrong calculation where a result is wrong: what follows is calculated well', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const wrong = equationsIn(planted('wrong result', seed)).filter(({ holds }) => !holds);
      expect(wrong).toHaveLength(1);
    }
  });

  it('leaves no wrong calculation where a step was misread', () => {
    for (const seed of [1, 2, 3, 4, 5])
      expect(equationsIn(planted('wrong operation', seed)).every(({ holds }) => holds)).toBe(true);
  });
});
