import { describe, expect, test } from 'vitest';
import { chineseSets } from '../scripts/eval-memory/chinese-set.ts';
import { locomoDirectory, readLocomo } from '../scripts/eval-memory/locomo.ts';
import { runChinese } from '../scripts/eval-memory/run-chinese.ts';
import { runLocomo } from '../scripts/eval-memory/run-locomo.ts';

const directory = locomoDirectory();

describe.skipIf(directory === undefined)(
  'LoCoMo (evaluation data, in $TIERWISE_DATA/locomo or ../shared/data/locomo, see scripts/prepare-locomo.ts)',
  // Hundreds of searches over thousands of turns, beside whatever else the machine does.
  { timeout: 60_000 },
  () => {
    test('the keyless memory finds seven tenths of the evidence among ten turns', async () => {
      const { questionCount, mean } = await runLocomo(readLocomo(String(directory)), 'turns');
      expect(questionCount).toBe(582);
      expect(mean.recallAt10).toBeGreaterThanOrEqual(0.72);
      // Of a reference implementation of the same method, for these parameters.
      expect(mean.reciprocalRank).toBeCloseTo(0.533, 2);
    });

    test('with facts beside the turns 2,000 tokens hold 87 % of the evidence', async () => {
      const { mean } = await runLocomo(readLocomo(String(directory)), 'mixed');
      expect(mean.recallIn2000).toBeGreaterThanOrEqual(0.87);
    });
  },
);

test.each(chineseSets)('$name questions find their sentence among the first three', async (set) => {
  const { recallAt3 } = await runChinese(set);
  expect(recallAt3).toBeGreaterThanOrEqual(0.95);
});
