/**
 * What labels of the target's own traffic are worth, and whether promises are kept. The score that is corrected is fitted
 * without the collection that is tested.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/eval-calibrate.ts <folder of the routing data>
 */
import { readFileSync } from 'node:fs';
import { calibrate } from '../src/calibrate/calibrate.ts';
import { routeByCalibration } from '../src/calibrate/route-by-calibration.ts';
import type { TextReading } from '../src/text/text-reading.ts';
import { fitDifficulty, readItems, scoreOf } from './routing/fit-difficulty.ts';
import type { OutcomePair } from './routing/outcome-item.ts';
import { areaOf, qualityCurve } from './routing/quality-curve.ts';
import { readOutcomes, readRows } from './routing/read-outcomes.ts';
import { shuffle } from './routing/shuffle.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';

const WEAK = 'mistral-7b-instruct-v0.3';
const STRONG = 'llama-3.3-nemotron-super-49b-v1';
const DRAWS = 20;
const SPLITS = 60;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: eval-calibrate.ts <folder of the routing data>');
  process.exit(2);
}
const models: Record<string, string[]> = JSON.parse(readFileSync(`${folder}/models.json`, 'utf8'));
const names = models['llmrouter'] ?? [];
const rows = readRows<{ task: string; prompt: string; outcomes: (number | null)[] }>(
  `${folder}/llmrouter.jsonl`,
);
const pairs = rows.flatMap(({ task, prompt, outcomes }) => {
  const [weak, strong] = [outcomes[names.indexOf(WEAK)], outcomes[names.indexOf(STRONG)]];
  return typeof weak === 'number' && typeof strong === 'number'
    ? [{ task, prompt, weak, strong }]
    : [];
});
const prior = fitDifficulty(
  readItems(readOutcomes(folder)).filter(({ collection }) => collection !== 'llmrouter'),
);
const priorOf = (reading: TextReading): number => scoreOf(prior, reading);

learning('all of llmrouter', pairs, [0, 25, 100, 200, 400]);
learning(
  'gsm8k alone',
  pairs.filter(({ task }) => task === 'gsm8k'),
  [0, 100, 200],
);
promise(0.95, 0.9, 200);

function learning(title: string, items: readonly OutcomePair[], sizes: readonly number[]): void {
  const random = seededRandom(7);
  const figures = sizes.map((size) => {
    const areas = Array.from({ length: size === 0 ? 1 : DRAWS }, () => {
      const shuffled = shuffle(items, random);
      return area(shuffled.slice(0, size), shuffled.slice(size));
    });
    const mean = sum(areas) / areas.length;
    return `${size} labels ${mean.toFixed(3)}`;
  });
  console.log(`APGR on ${title} (${items.length} items, ${DRAWS} draws): ${figures.join(', ')}`);
}

function area(labelled: readonly OutcomePair[], test: readonly OutcomePair[]): number {
  const calibration = calibrate(labelled.length === 0 ? test.slice(0, 1) : labelled, { priorOf });
  const scores = test.map(({ prompt }) => routeByCalibration(calibration, prompt, priorOf).score);
  return areaOf(qualityCurve(test, scores));
}

/** How often a calibrated threshold keeps its promise on the rest of the data. */
function promise(target: number, confidence: number, size: number): void {
  const random = seededRandom(11);
  let kept = 0;
  let strongCalls = 0;
  for (let split = 0; split < SPLITS; split += 1) {
    const shuffled = shuffle(pairs, random);
    const calibration = calibrate(shuffled.slice(0, size), { target, confidence, priorOf });
    const test = shuffled.slice(size);
    const sides = test.map(({ prompt }) => routeByCalibration(calibration, prompt, priorOf).side);
    const quality = sum(test.map((item, place) => item[sides[place]!]));
    if (quality >= target * sum(test.map(({ strong }) => strong))) kept += 1;
    strongCalls += sides.filter((side) => side === 'strong').length / test.length / SPLITS;
  }
  console.log(
    `target ${target} at confidence ${confidence}, ${size} labels: kept in ${kept} of ${SPLITS} splits, ${(strongCalls * 100).toFixed(0)} % strong calls`,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
