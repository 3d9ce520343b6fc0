/**
 * How long a decision takes: the call described, the choice among 500 models made, its candidates priced and explained. Measures the
 * built package, because that is what programs run. Prints microseconds of this machine; asserts nothing.
 *
 *   pnpm --filter @tierwise/selector build && node packages/selector/scripts/bench.ts
 */
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import type * as Selector from '../src/index.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { makeCalls } from './bench/make-calls.ts';

const BUILT = new URL('../dist/index.js', import.meta.url).href;
const { describeCall, indexModels, selectCandidates }: typeof Selector = await import(BUILT);

const ROUNDS = 40;
const at = new Date('2026-11-25T12:00:00Z');
const random = seededRandom(1);
const index = indexModels(someModels(500));

/** Callers ask for different things, a handful of them in one program. */
const POLICIES: readonly Selector.Policy[] = [
  {},
  { profile: 'quality' },
  { tier: 'economy' },
  { deny: ['openai/*'], target: 0.85 },
  { valueUsd: '0.05' },
];

let consumed = 0;

for (const { name, calls } of makeCalls(random, 300)) {
  const described = times(calls, (call) => {
    consumed += describeCall(call).difficulty;
  });
  const needs = calls.map((call) => describeCall(call));
  const chosen = times(needs, (requirements, place) => choose(requirements, place));
  const decided = times(calls, (call, place) => choose(describeCall(call), place));
  const explained = times(needs, (requirements, place) => explain(requirements, place));
  console.log(`${name}, ${index.length} models (p50 / p99 µs)`);
  console.log(`  decision ${decided}, of it describe ${described}, choose ${chosen}`);
  console.log(
    `  reasons of the difficulty and of every dropped model, when asked for: ${explained}`,
  );
}
console.log(`Consumed ${consumed.toFixed(0)}, so that nothing is left out by the engine.`);

function choose(requirements: Selector.Requirements, place: number): void {
  const policy = POLICIES[place % POLICIES.length]!;
  for (const { pOk, estCostUsd, reason } of selectCandidates({ index, requirements, policy, at })
    .candidates)
    consumed += pOk + estCostUsd.length + reason.length;
}

function explain(requirements: Selector.Requirements, place: number): void {
  const policy = POLICIES[place % POLICIES.length]!;
  const { dropped } = selectCandidates({ index, requirements, policy, at });
  consumed += dropped.length + requirements.signals.length;
}

/** Each run by itself, after warming up: median and 99th percentile over all inputs and rounds. */
function times<Input>(
  inputs: readonly Input[],
  run: (input: Input, place: number) => void,
): string {
  const taken: number[] = [];
  for (let round = -ROUNDS / 2; round < ROUNDS; round += 1) {
    for (const [place, input] of inputs.entries()) {
      const started = performance.now();
      run(input, place);
      if (round >= 0) taken.push((performance.now() - started) * 1000);
    }
  }
  const sorted = taken.toSorted((one, other) => one - other);
  const share = (part: number): string => sorted[Math.floor(part * sorted.length)]!.toFixed(1);
  return `${share(0.5)} / ${share(0.99)}`;
}

/** The catalogue and copies of its models at other prices, as many as are asked for. */
function someModels(count: number): ReturnType<typeof bundledCatalog>['models'] {
  const { models } = bundledCatalog();
  const copies = models.map((model) => ({
    ...model,
    id: `${model.id}-copy`,
    prices: { ...model.prices, rates: dearer(model.prices.rates) },
  }));
  return [...models, ...copies].slice(0, count);
}

function dearer(rates: Readonly<Record<string, string>>): Record<string, string> {
  const factor = 1 + Math.floor(random() * 40) / 100;
  return Object.fromEntries(
    Object.entries(rates).map(([name, rate]) => [name, (Number(rate) * factor).toFixed(12)]),
  );
}
