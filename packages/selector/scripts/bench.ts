/**
 * How long a decision takes: the question read, the call described, the choice among all models made. Prints microseconds and
 * ratios of this machine; asserts nothing.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/bench.ts
 */
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describeCall, indexModels, selectCandidates } from '../src/index.ts';

const { models } = bundledCatalog();
/** The catalogue, and as many renamed copies as make 500 models. */
const many = [...models, ...models.map((model) => ({ ...model, id: `copy-${model.id}` }))].slice(
  0,
  500,
);
const index = indexModels(many);
const at = new Date('2026-11-25T12:00:00Z');

const SENTENCES = [
  'The reducer keeps a list of pending orders and must never lose one. ',
  'Each order has 3 items, a price and a customer who may cancel it twice. ',
  'Why does the second test fail when the clock moves backwards? ',
  '请解释这段代码为什么会死锁，并给出证明。',
];

for (const characters of [200, 2_000, 100_000]) {
  const calls = Array.from({ length: 50 }, (_, seed) => callOf(characters, seed));
  const described = measure(() => calls.map((call) => describeCall(call)).length, calls.length);
  const requirements = calls.map((call) => describeCall(call));
  const chosen = measure(
    () => requirements.map((needs) => selectCandidates({ index, requirements: needs, at })).length,
    calls.length,
  );
  const whole = measure(
    () =>
      calls.map((call) => selectCandidates({ index, requirements: describeCall(call), at })).length,
    calls.length,
  );
  console.log(
    `${characters} characters, ${index.length} models: describe ${described}, choose ${chosen}, both ${whole} (p50 / p99 µs)`,
  );
}

function callOf(characters: number, seed: number): Parameters<typeof describeCall>[0] {
  let text = `Question ${seed}: `;
  for (let place = seed; text.length < characters; place += 1)
    text += SENTENCES[place % SENTENCES.length];
  // Through JSON, as prompts arrive: a string of slices is read more slowly than any real one.
  const content: string = JSON.parse(JSON.stringify(text.slice(0, characters)));
  return { prompt: [{ role: 'user', content }] };
}

/** Median and 99th percentile of the mean over one batch, after warming up. */
function measure(run: () => number, size: number): string {
  for (let round = 0; round < 40; round += 1) run();
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now();
    run();
    return ((performance.now() - started) * 1000) / size;
  }).toSorted((one, other) => one - other);
  return `${times[100]!.toFixed(1)} / ${times[198]!.toFixed(1)}`;
}
