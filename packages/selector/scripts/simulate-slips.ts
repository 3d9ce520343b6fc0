/**
 * SIMULATED: no answers of weak models to word problems are in the data. Mistakes are planted by rule into the right solutions of
 * gsm8k-train, to see which kinds the local checks find, and what share of strong calls would keep 95 % of the strong side's
 * quality if a weak model erred this way as often as the outcomes say. How real models err is not known here: the mix
 * of kinds decides the result, so it is shown for several.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/simulate-slips.ts <folder of the routing data>
 */
import { seededRandom } from '../src/testing/seeded-random.ts';
import { checkAnswer } from '../src/verify/check-answer.ts';
import { areaOf, qualityCurve, shareAtQuality } from './routing/quality-curve.ts';
import { readRows } from './routing/read-outcomes.ts';
import { shuffle } from './routing/shuffle.ts';
import { plantSlip, type Slip, SLIPS } from './slips/plant-slip.ts';

/** Solve rates on the 500 gsm8k questions of LLMRouter: mistral-7b, codegemma-7b, and nemotron-super-49b. */
const WEAK_RATES = [0.432, 0.57];
const STRONG_RATE = 0.858;
const THRESHOLD = 0.5;

interface Row {
  readonly prompt: string;
  readonly solution: string;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: simulate-slips.ts <folder of the routing data>');
  process.exit(2);
}
const rows = readRows<Row>(`${folder}/gsm8k-train.jsonl`);
const random = seededRandom(3);

const right = rows.map((row) => scoreOf(row.prompt, plain(row.solution)));
console.log(
  `simulated | right solutions: ${share(right)} below the threshold of ${THRESHOLD} (false alarms)`,
);
for (const slip of SLIPS) {
  const scores = rows.flatMap(({ prompt, solution }) => {
    const broken = plantSlip(solution, slip, random);
    return broken === undefined ? [] : [scoreOf(prompt, broken)];
  });
  console.log(`simulated | ${slip.padEnd(16)} planted in ${scores.length}: ${share(scores)} found`);
}

/** Slips that leave a trace by their nature, and those that are a misreading calculated well. */
const TRACES: readonly Slip[] = [
  'wrong result',
  'wrong digit',
  'left-out step',
  'cut off',
  'wrong copy',
];
const MISREADINGS: readonly Slip[] = ['dropped term', 'wrong operation', 'factor of 60'];
for (const weakRate of WEAK_RATES)
  for (const traced of [1, 0.75, 0.5, 0.25]) escalate(weakRate, traced);

/** A month of answers in which this part of the wrong ones are slips with a trace. */
function escalate(weakRate: number, traced: number): void {
  const items = rows.flatMap(({ prompt, solution }) => {
    const weak = random() < weakRate ? 1 : 0;
    const answer = weak === 1 ? plain(solution) : wrongAnswer(solution, traced);
    if (answer === undefined) return [];
    return [{ prompt, answer, weak, strong: random() < STRONG_RATE ? 1 : 0 }];
  });
  const scores = items.map(({ prompt, answer }) => -scoreOf(prompt, answer));
  const points = qualityCurve(items, scores);
  const solved = items.reduce((sum, { weak }) => sum + weak, 0) / items.length;
  console.log(
    `simulated | weak right ${percent(solved)}, ${percent(traced)} of its mistakes with a trace: ${percent(shareAtQuality(points, 0.95))} strong calls for 95 % of strong quality, APGR ${areaOf(points).toFixed(3)}`,
  );
}

/** Tries kinds until one has a place in the solution. */
function wrongAnswer(solution: string, traced: number): string | undefined {
  for (const slip of shuffle(random() < traced ? TRACES : MISREADINGS, random)) {
    const answer = plantSlip(solution, slip, random);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function scoreOf(prompt: string, text: string): number {
  return checkAnswer({ text, params: { prompt: [{ role: 'user', content: prompt }] } }).score;
}

function plain(solution: string): string {
  return solution.replaceAll(/<<[^>]*>>/g, '');
}

function share(scores: readonly number[]): string {
  return percent(scores.filter((score) => score < THRESHOLD).length / scores.length);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
