/**
 * What labels are worth inside one kind of question, the 500 word problems (gsm8k) of the routing data, and where the ceiling
 * is: for each pair of a weak and a strong model, with one run of each model on each question,
 *   - the score without labels, and length;
 *   - `calibrate` with 200 and 400 labels, tested on the rest;
 *   - an oracle: 200 labels on what the seven other models made of the very same question, which no router can know;
 *   - an oracle: the true number of steps of the solution.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/eval-word-problems.ts <folder of the routing data>
 */
import { readFileSync } from 'node:fs';
import { calibrate } from '../src/calibrate/calibrate.ts';
import { routeByCalibration } from '../src/calibrate/route-by-calibration.ts';
import { fitRidge } from '../src/linear/fit-ridge.ts';
import { dot, type SparseVector } from '../src/linear/sparse-vector.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import type { TextReading } from '../src/text/text-reading.ts';
import { readText } from '../src/text/read-text.ts';
import { correlation } from './routing/correlation.ts';
import { fitDifficulty, readItems, scoreOf } from './routing/fit-difficulty.ts';
import { normalText } from './routing/normal-text.ts';
import type { OutcomePair } from './routing/outcome-item.ts';
import { areaOf, qualityCurve } from './routing/quality-curve.ts';
import { readOutcomes, readRows } from './routing/read-outcomes.ts';
import { shuffle } from './routing/shuffle.ts';

const DRAWS = 20;
const ORACLE_RIDGE = 5;
const WEAK = ['codegemma-7b', 'mistral-7b-instruct-v0.3', 'llama3-chatqa-1.5-70b'];
const STRONG = [
  'gemma-2-9b-it',
  'llama-3.1-8b-instruct',
  'llama-3.1-nemotron-51b-instruct',
  'llama-3.3-nemotron-super-49b-v1',
  'qwen2.5-7b-instruct',
];

interface Problem extends OutcomePair {
  /** What the other models made of it, 0 or 1 each. */
  readonly others: SparseVector;
  readonly steps: number;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: eval-word-problems.ts <folder of the routing data>');
  process.exit(2);
}
const models: Record<string, string[]> = JSON.parse(readFileSync(`${folder}/models.json`, 'utf8'));
const names = models['llmrouter'] ?? [];
const rows = readRows<{ task: string; prompt: string; outcomes: number[] }>(
  `${folder}/llmrouter.jsonl`,
).filter(({ task }) => task === 'gsm8k');
const stepsOf = new Map(
  readRows<{ prompt: string; steps: number }>(`${folder}/gsm8k-train.jsonl`).map((row) => [
    normalText(row.prompt),
    row.steps,
  ]),
);
// The score that is corrected has not seen a word problem.
const prior = fitDifficulty(
  readItems(readOutcomes(folder).filter(({ family }) => family !== 'gsm8k')),
);
const priorOf = (reading: TextReading): number => scoreOf(prior, reading);

const COLUMNS: Readonly<Record<string, (problems: readonly Problem[]) => string>> = {
  'no labels': (problems) => fixed(areaBy(problems, (one) => priorOf(readText(one.prompt)))),
  length: (problems) => fixed(areaBy(problems, ({ prompt }) => prompt.length)),
  '200 labels': (problems) => drawn(problems, 200, calibratedArea),
  '400 labels': (problems) => drawn(problems, 400, calibratedArea),
  'oracle: others': (problems) => drawn(problems, 200, oracleArea),
  'oracle: steps': (problems) => fixed(areaBy(problems, ({ steps }) => steps)),
};

console.log(`APGR on ${rows.length} word problems, mean ± deviation of ${DRAWS} draws`);
console.log('weak → strong'.padEnd(60), Object.keys(COLUMNS).join(' | '));
const table: number[][] = [];
for (const weak of WEAK)
  for (const strong of STRONG) {
    const problems = problemsOf(names.indexOf(weak), names.indexOf(strong));
    const cells = Object.values(COLUMNS).map((column) => column(problems));
    table.push(cells.map((cell) => Number.parseFloat(cell)));
    console.log(`${weak} → ${strong}`.padEnd(60), cells.join(' | '));
  }
for (const [place, weak] of WEAK.entries())
  console.log(`mean of ${weak}`.padEnd(60), means(table.slice(place * 5, place * 5 + 5)));
console.log('mean of all'.padEnd(60), means(table));
for (const [one, other] of [
  [0, 1],
  [0, 2],
  [1, 2],
] as const)
  console.log(
    `correlation of the outcomes of ${WEAK[one]} and ${WEAK[other]}: ${fixed(agreement(WEAK[one]!, WEAK[other]!))}`,
  );

function problemsOf(weak: number, strong: number): Problem[] {
  const others = [...names.keys()].filter((place) => place !== weak && place !== strong);
  return rows.map(({ prompt, outcomes }) => ({
    prompt,
    weak: outcomes[weak]!,
    strong: outcomes[strong]!,
    others: {
      places: [...others.keys()],
      values: others.map((place) => outcomes[place]! - meanOutcome(place)),
    },
    steps: stepsOf.get(normalText(prompt)) ?? 0,
  }));
}

/** How far two models fail on the same questions. */
function agreement(one: string, other: string): number {
  const [first = [], second = []] = [one, other].map((name) =>
    rows.map(({ outcomes }) => outcomes[names.indexOf(name)]!),
  );
  return correlation(first, second);
}

function meanOutcome(place: number): number {
  return average(rows.map(({ outcomes }) => outcomes[place]!));
}

function areaBy(problems: readonly Problem[], score: (problem: Problem) => number): number {
  return areaOf(qualityCurve(problems, problems.map(score)));
}

/** Mean and deviation over draws of the labelled part; the same draws for every column. */
function drawn(
  problems: readonly Problem[],
  size: number,
  area: (labelled: readonly Problem[], test: readonly Problem[]) => number,
): string {
  const random = seededRandom(7);
  const areas = Array.from({ length: DRAWS }, () => {
    const shuffled = shuffle(problems, random);
    return area(shuffled.slice(0, size), shuffled.slice(size));
  });
  const mean = average(areas);
  const deviation = Math.sqrt(average(areas.map((value) => (value - mean) ** 2)));
  return `${fixed(mean)} ± ${fixed(deviation)}`;
}

function calibratedArea(labelled: readonly Problem[], test: readonly Problem[]): number {
  const calibration = calibrate(labelled, { priorOf });
  return areaBy(test, ({ prompt }) => routeByCalibration(calibration, prompt, priorOf).score);
}

function oracleArea(labelled: readonly Problem[], test: readonly Problem[]): number {
  const { weights } = fitRidge({
    rows: labelled.map(({ others }) => others),
    targets: labelled.map(({ weak, strong }) => strong - weak),
    ridge: ORACLE_RIDGE,
    size: names.length - 2,
  });
  return areaBy(test, ({ others }) => dot(others, weights));
}

function means(lines: readonly (readonly number[])[]): string {
  return Object.keys(COLUMNS)
    .map((_, column) => fixed(average(lines.map((line) => line[column]!))))
    .join(' | ');
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fixed(value: number): string {
  return value.toFixed(3);
}
