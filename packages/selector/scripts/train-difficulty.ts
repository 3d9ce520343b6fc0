/**
 * Fits the difficulty score on public outcomes, says how it does on families it was not fitted on, and writes
 * `src/difficulty/weights.generated.ts`.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/train-difficulty.ts <folder of the routing data> [--dry-run]
 */
import { writeFileSync } from 'node:fs';
import { RULE_FEATURES } from '../src/difficulty/rule-features.ts';
import { areaOf, qualityCurve } from './routing/quality-curve.ts';
import {
  type DifficultyFit,
  fitDifficulty,
  readItems,
  type ReadItem,
  scoreOf,
} from './routing/fit-difficulty.ts';
import { readOutcomes } from './routing/read-outcomes.ts';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: train-difficulty.ts <folder of the routing data> [--dry-run]');
  process.exit(2);
}
const items = readItems(readOutcomes(folder));
report('left out by family of data sets', (item) => item.family);
report('left out by collection', (item) => item.collection);
report('left out by item, its kind known', (item) => foldOf(item));
if (mode !== '--dry-run') write(fitDifficulty(items));

/** Five groups of items of all families. */
function foldOf(item: ReadItem): string {
  return String(items.indexOf(item) % 5);
}

/** Scores every item by a fit that has not seen its group, and prints the curve's area. */
function report(title: string, groupOf: (item: ReadItem) => string): void {
  const scores = new Map<ReadItem, number>();
  for (const group of new Set(items.map(groupOf))) {
    const fit = fitDifficulty(items.filter((item) => groupOf(item) !== group));
    for (const item of items.filter((candidate) => groupOf(candidate) === group))
      scores.set(item, scoreOf(fit, item.reading));
  }
  const areas = ['llmrouter', 'zeroeval'].map((collection) => {
    const members = items.filter((item) => item.collection === collection);
    const points = qualityCurve(
      members,
      members.map((item) => scores.get(item)!),
    );
    return `${collection} ${areaOf(points).toFixed(3)} (${members.length} items)`;
  });
  console.log(`APGR ${title}: ${areas.join(', ')}`);
}

function write(fit: DifficultyFit): void {
  const scale = Math.max(...fit.words.map(Math.abs)) / 127;
  const bytes = Int8Array.from(fit.words, (weight) => Math.round(weight / scale));
  const rules = Object.fromEntries(
    RULE_FEATURES.map((name, place) => [name, Number(fit.rules[place]!.toFixed(4))]),
  );
  const path = new URL('../src/difficulty/weights.generated.ts', import.meta.url);
  writeFileSync(path, fileText(rules, fit.intercept, scale, bytes));
  console.log(`wrote ${bytes.length} word weights, step ${scale.toFixed(5)}`, rules);
}

function fileText(
  rules: Readonly<Record<string, number>>,
  intercept: number,
  scale: number,
  bytes: Int8Array,
): string {
  return `// Made by scripts/train-difficulty.ts; never edit by hand. What it was made from: DATA-CARD.md.
import type { RuleFeature } from './rule-features.ts';

/** Added to every score, so that the average question of the training data has score 0. */
export const INTERCEPT = ${intercept.toFixed(4)};

/** Weight of each rule feature. */
export const RULE_WEIGHTS: { readonly [Name in RuleFeature]: number } = ${JSON.stringify(rules)};

/** What one step of a word weight is worth. */
export const WORD_STEP = ${scale.toFixed(6)};

/** One signed byte for each word bucket, in base64. */
export const WORD_WEIGHTS =
  '${Buffer.from(bytes.buffer).toString('base64')}';
`;
}
