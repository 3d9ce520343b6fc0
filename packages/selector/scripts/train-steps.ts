/**
 * Fits how many steps of calculation a word problem takes from its numbers, its length and some words, says how well
 * that foretells problems it has not seen, and writes `src/difficulty/step-weights.generated.ts`. Questions that also occur
 * among the outcomes are left out, so that calibration can be tested on those.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/train-steps.ts <folder of the routing data> [--dry-run]
 */
import { writeFileSync } from 'node:fs';
import { fitRidge, type LinearFit } from '../src/linear/fit-ridge.ts';
import { STEP_FORMS, stepForms, wordPlace } from '../src/difficulty/step-features.ts';
import { readText } from '../src/text/read-text.ts';
import type { TextReading } from '../src/text/text-reading.ts';
import { correlation } from './routing/correlation.ts';
import { momentsOf } from './routing/moments-of.ts';
import { normalText } from './routing/normal-text.ts';
import { readRows } from './routing/read-outcomes.ts';

/** A word in fewer questions is chance. */
const LEAST_QUESTIONS = 100;
/** More words bring nothing in cross-validation. */
const WORDS = 30;
const RIDGE = 50;
const FOLDS = 5;

interface Problem {
  readonly prompt: string;
  readonly steps: number;
  readonly reading: TextReading;
}

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: train-steps.ts <folder of the routing data> [--dry-run]');
  process.exit(2);
}
const tested = new Set(
  readRows<{ prompt: string }>(`${folder}/llmrouter.jsonl`).map(({ prompt }) => normalText(prompt)),
);
const problems: Problem[] = readRows<{ prompt: string; steps: number }>(
  `${folder}/gsm8k-train.jsonl`,
)
  .filter(({ prompt }) => !tested.has(normalText(prompt)))
  .map(({ prompt, steps }) => ({ prompt, steps, reading: readText(prompt) }));
const words = bestWords();
const unseen = foretold();
console.log(
  `${problems.length} problems, ${words.length} words: correlation with the steps of unseen problems ${unseen.toFixed(3)}`,
);
const { intercept, weights } = fitColumns(words, problems);
console.log(words.map((word, place) => `${word} ${weights[place]!.toFixed(2)}`).join(', '));
if (mode !== '--dry-run') write();

/** The words that weigh most when all frequent ones are fitted together. Names of people and places are written large. */
function bestWords(): string[] {
  const counts = new Map<string, number>();
  for (const { prompt } of problems)
    for (const word of new Set(prompt.match(/(?<![A-Za-z])[a-z]+/g)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= LEAST_QUESTIONS)
    .map(([word]) => word);
  const { scaled } = fitColumns(frequent, problems);
  return frequent
    .map((word, place) => ({ word, weight: Math.abs(scaled[place]!) }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, WORDS)
    .map(({ word }) => word);
}

/** Correlation with the true steps of problems in folds that a fit has not seen. */
function foretold(): number {
  const guesses = problems.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const fit = fitColumns(
      words,
      problems.filter((_, place) => place % FOLDS !== fold),
    );
    for (const [place, { reading }] of problems.entries())
      if (place % FOLDS === fold)
        guesses[place] = columnsOf(words, reading).reduce(
          (sum, value, column) => sum + value * fit.weights[column]!,
          0,
        );
  }
  return correlation(
    guesses,
    problems.map(({ steps }) => steps),
  );
}

interface ColumnFit {
  readonly intercept: number;
  /** Words first, then the forms, each for the plain column … */
  readonly weights: readonly number[];
  /** … and in units of the column's deviation. */
  readonly scaled: LinearFit['weights'];
}

function fitColumns(chosen: readonly string[], members: readonly Problem[]): ColumnFit {
  const rows = members.map(({ reading }) => columnsOf(chosen, reading));
  const columns = rows[0]!.map((_, column) => momentsOf(rows.map((row) => row[column]!)));
  const places = [...columns.keys()];
  const { weights: scaled, intercept: level } = fitRidge({
    rows: rows.map((row) => ({
      places,
      values: row.map(
        (value, column) => (value - columns[column]!.mean) / columns[column]!.deviation,
      ),
    })),
    targets: members.map(({ steps }) => steps),
    ridge: RIDGE,
    size: columns.length,
  });
  const plain = columns.map(({ deviation }, column) => scaled[column]! / deviation);
  const shift = columns.reduce((sum, { mean }, column) => sum + plain[column]! * mean, 0);
  return { intercept: level - shift, weights: plain, scaled };
}

function columnsOf(chosen: readonly string[], reading: TextReading): number[] {
  const counts = new Map(
    Array.from(reading.grams, (gram, index) => [gram, reading.gramCounts[index] ?? 0]),
  );
  return [
    ...chosen.map((word) => Math.log1p(counts.get(wordPlace(word)) ?? 0)),
    ...stepForms(reading),
  ];
}

function write(): void {
  const rounded = weights.map((weight) => Number(weight.toFixed(4)));
  const byWord = Object.fromEntries(words.map((word, place) => [word, rounded[place]]));
  const byForm = Object.fromEntries(
    STEP_FORMS.map((form, place) => [form, rounded[words.length + place]]),
  );
  const text = `// Made by scripts/train-steps.ts; never edit by hand. What it was made from: DATA-CARD.md.
import type { StepForm } from './step-features.ts';

export const STEP_INTERCEPT = ${intercept.toFixed(4)};

/** Steps that each unit of a question's form stands for. */
export const STEP_FORM_WEIGHTS: { readonly [Form in StepForm]: number } = ${JSON.stringify(byForm)};

/** Steps that a word stands for, times log(1 + its count). */
export const STEP_WORD_WEIGHTS: Readonly<Record<string, number>> = ${JSON.stringify(byWord)};
`;
  writeFileSync(new URL('../src/difficulty/step-weights.generated.ts', import.meta.url), text);
}
