import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { areaOf, qualityCurve } from '../scripts/routing/quality-curve.ts';
import { readOutcomes, readRows } from '../scripts/routing/read-outcomes.ts';
import { describeCall } from '../src/index.ts';
import { checkAnswer } from '../src/verify.ts';

const beside = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const folder = join(process.env['TIERWISE_DATA'] ?? beside, 'routing');

describe.skipIf(!existsSync(folder))(
  'on the public outcomes (in $TIERWISE_DATA/routing or ../shared/data/routing)',
  () => {
    it('the shipped score is the one that the data card describes: above chance on both collections', () => {
      const items = readOutcomes(folder);
      const areas = ['llmrouter', 'zeroeval'].map((collection) => {
        const members = items.filter((item) => item.collection === collection);
        return areaOf(
          qualityCurve(
            members,
            members.map(({ prompt }) => difficultyOf(prompt)),
          ),
        );
      });
      expect(areas[0]).toBeGreaterThan(0.8);
      expect(areas[1]).toBeGreaterThan(0.5);
    });

    it('the arithmetic check stays silent on 98 of 100 right solutions', () => {
      const rows = readRows<{ prompt: string; solution: string }>(`${folder}/gsm8k-train.jsonl`);
      const looked = rows.slice(0, 2_000);
      const alarms = looked.filter(({ prompt, solution }) => {
        const text = solution.replaceAll(/<<[^>]*>>/g, '');
        const { findings } = checkAnswer({
          text,
          params: { prompt: [{ role: 'user', content: prompt }] },
        });
        return findings.some(({ check }) => check === 'arithmetic');
      });
      expect(alarms.length / looked.length).toBeLessThan(0.02);
    });

    it('no language of the smoke prompts collapses: the simple ones stay easier than the ones for reasoning', () => {
      const rows = readRows<{ lang: string; label: string; prompt: string }>(
        `${folder}/uncommonroute.jsonl`,
      );
      for (const lang of ['en', 'zh', 'ja', 'es', 'de', 'ru', 'ko', 'fr', 'pt', 'ar']) {
        const mean = (label: string): number => {
          const difficulties = rows
            .filter((row) => row.lang === lang && row.label === label)
            .map(({ prompt }) => difficultyOf(prompt));
          return difficulties.reduce((sum, value) => sum + value, 0) / difficulties.length;
        };
        expect({ lang, gap: mean('REASONING') - mean('SIMPLE') }).toEqual({
          lang,
          gap: expect.toSatisfy((gap: number) => gap > 0.02),
        });
      }
    });
  },
);

function difficultyOf(content: string): number {
  return describeCall({ prompt: [{ role: 'user', content }] }).difficulty;
}
