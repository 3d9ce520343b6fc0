/**
 * Fits how ability and difficulty become success: P(ok) = σ(a·θ + b·logit δ + c) over the models of the routing data whose
 * coding index OpenRouter's `/models` of 2026-08-16 still carries, and prints the constants of `src/ability/success.ts`.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/fit-success.ts <folder of the routing data>
 */
import { readFileSync } from 'node:fs';
import { describeCall } from '../src/requirements/describe-call.ts';
import { readRows } from './routing/read-outcomes.ts';

/** Coding index → points of the intelligence index, by `fit-ability.ts`. */
const THETA: Readonly<Record<string, number>> = {
  'llama-3.1-8b-instruct': 5.6,
  'Meta-Llama-3.1-8B-Instruct': 5.6,
  'gpt-4o-mini-2024-07-18': 10,
  'Meta-Llama-3.1-70B-Instruct': 10.3,
  'gpt-4o-2024-05-13': 19.2,
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: fit-success.ts <folder of the routing data>');
  process.exit(2);
}
const models: Record<string, string[]> = JSON.parse(readFileSync(`${folder}/models.json`, 'utf8'));
const rows = ['llmrouter', 'zeroeval'].flatMap((collection) =>
  readRows<{ prompt: string; outcomes: (number | null)[] }>(
    `${folder}/${collection}.jsonl`,
  ).flatMap(({ prompt, outcomes }) => {
    const { difficulty } = describeCall({ prompt: [{ role: 'user', content: prompt }] });
    const hardness = Math.log(difficulty / (1 - difficulty));
    return (models[collection] ?? []).flatMap((model, place) => {
      const theta = THETA[model];
      const outcome = outcomes[place];
      return theta === undefined || typeof outcome !== 'number'
        ? []
        : [{ inputs: [1, theta / 10, hardness], outcome }];
    });
  }),
);

const weights = fitLogistic();
const [intercept, slope, hardness] = weights.map((weight) => Number(weight.toFixed(3)));
console.log(`${rows.length} outcomes of ${Object.keys(THETA).length} models`);
console.log({ intercept, slopeOfTenPoints: slope, slopeOfHardness: hardness });

/** Logistic regression by plain gradient steps: three weights need nothing finer. */
function fitLogistic(): number[] {
  const fit = [0, 0, 0];
  for (let step = 0; step < 3_000; step += 1) {
    const gradient = [0, 0, 0];
    for (const { inputs, outcome } of rows) {
      const sum = inputs.reduce((total, input, place) => total + input * fit[place]!, 0);
      const error = outcome - 1 / (1 + Math.exp(-sum));
      for (const place of fit.keys()) gradient[place]! += (error * inputs[place]!) / rows.length;
    }
    for (const place of fit.keys()) fit[place]! += gradient[place]!;
  }
  return fit;
}
