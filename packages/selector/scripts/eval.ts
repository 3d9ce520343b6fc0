/**
 * How well the difficulty score tells which questions need the strong side, on any JSONL of `{ prompt, weak, strong }` with
 * outcomes from 0 to 1, as it ships and after calibrating on 200 labels of the file. The score is the committed one: figures on data
 * it was trained on are no evidence.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/eval.ts <file.jsonl>
 */
import { describeCall } from '../src/requirements/describe-call.ts';
import { HAND_WEIGHTS } from '../src/difficulty/hand-weights.ts';
import { RULE_FEATURES, ruleFeatures } from '../src/difficulty/rule-features.ts';
import { readText } from '../src/text/read-text.ts';
import { calibrate } from '../src/calibrate/calibrate.ts';
import { routeByCalibration } from '../src/calibrate/route-by-calibration.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { bootstrapArea } from './routing/bootstrap-area.ts';
import { momentsOf } from './routing/moments-of.ts';
import type { OutcomePair } from './routing/outcome-item.ts';
import { areaOf, qualityCurve, shareAtQuality } from './routing/quality-curve.ts';
import { readRows } from './routing/read-outcomes.ts';
import { shuffle } from './routing/shuffle.ts';

/** How many labels a user may be asked for, and how often they are drawn anew. */
const LABELS = 200;
const DRAWS = 20;

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: eval.ts <file.jsonl with { prompt, weak, strong }>');
  process.exit(2);
}
const items = readRows<OutcomePair>(path);

const SCORES: Readonly<Record<string, (prompt: string) => number>> = {
  random: () => 0,
  length: (prompt) => prompt.length,
  'hand-set rules': (prompt) => handScore(prompt),
  tierwise: (prompt) => describeCall(callOf(prompt)).difficulty,
};

console.log(`${items.length} questions, outcome ${mean('weak')} weak, ${mean('strong')} strong`);
console.log('score           APGR [95 %]          share at 95 %  at 90 %  µs/decision');
for (const [name, score] of Object.entries(SCORES)) {
  const { scores, microseconds } = timed(score);
  const points = qualityCurve(items, scores);
  const [low, high] = bootstrapArea(items, scores);
  console.log(
    name.padEnd(15),
    areaOf(points).toFixed(3),
    `[${low.toFixed(3)}–${high.toFixed(3)}]`.padEnd(16),
    percent(shareAtQuality(points, 0.95)).padStart(10),
    percent(shareAtQuality(points, 0.9)).padStart(10),
    microseconds.toFixed(1).padStart(10),
  );
}

if (items.length >= 2 * LABELS) console.log(`tierwise, ${LABELS} labels ${withLabels()}`);

/** The same after `calibrate` on random labels of the file itself, tested on the rest. */
function withLabels(): string {
  const random = seededRandom(7);
  const areas = Array.from({ length: DRAWS }, () => {
    const shuffled = shuffle(items, random);
    const calibration = calibrate(shuffled.slice(0, LABELS));
    const test = shuffled.slice(LABELS);
    const scores = test.map(({ prompt }) => routeByCalibration(calibration, prompt).score);
    return areaOf(qualityCurve(test, scores));
  });
  const { mean: area, deviation } = momentsOf(areas);
  return `${area.toFixed(3)} ± ${deviation.toFixed(3)} (${DRAWS} draws)`;
}

function timed(score: (prompt: string) => number): { scores: number[]; microseconds: number } {
  for (const { prompt } of items.slice(0, 500)) score(prompt);
  const started = performance.now();
  const scores = items.map(({ prompt }) => score(prompt));
  return { scores, microseconds: ((performance.now() - started) * 1000) / items.length };
}

function handScore(prompt: string): number {
  return ruleFeatures(readText(prompt)).reduce(
    (sum, value, place) => sum + value * HAND_WEIGHTS[RULE_FEATURES[place]!],
    0,
  );
}

function callOf(prompt: string): Parameters<typeof describeCall>[0] {
  return { prompt: [{ role: 'user', content: prompt }] };
}

function mean(side: 'weak' | 'strong'): string {
  return (items.reduce((sum, item) => sum + item[side], 0) / items.length).toFixed(3);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
