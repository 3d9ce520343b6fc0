/**
 * How long a decision takes: the call described, the choice among 500 models made, its candidates priced and explained. Measures the
 * built package, because that is what programs run. Prints microseconds of this machine; asserts nothing.
 *
 *   pnpm --filter @tierwise/selector build && node packages/selector/scripts/bench.ts
 */
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import type * as Selector from '../src/index.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { type BenchKind, makeCalls } from './bench/make-calls.ts';

const BUILT = new URL('../dist/index.js', import.meta.url).href;
const { describeCall, indexModels, selectCandidates }: typeof Selector = await import(BUILT);

const ROUNDS = 20;
const at = new Date('2026-11-25T12:00:00Z');
const random = seededRandom(1);
const index = indexModels(someModels(500));

/** What a program may ask for; the first, which asks for nothing, is what the kinds of calls are measured under. */
const POLICIES: readonly Selector.Policy[] = [
  {},
  { profile: 'quality' },
  { tier: 'economy' },
  { deny: ['openai/*'], target: 0.85 },
  { valueUsd: '0.05' },
];

let consumed = 0;

const kinds = makeCalls(random, 300);

// All kinds before any is measured, so that none meets code that the engine has made for another alone.
for (let pass = 0; pass < 3; pass += 1) {
  for (const policy of POLICIES) for (const kind of kinds) measure(kind, policy);
}

console.log(`${index.length} models, µs as p50 / p99, ${process.version}`);
for (const kind of kinds) {
  const { decided, described, chosen } = measure(kind, {});
  console.log(`${kind.name}: decision ${decided} (describe ${described}, choose ${chosen})`);
}
const [english] = kinds;
for (const policy of POLICIES) {
  const { decided } = measure(english!, policy);
  console.log(`${english!.name} under ${JSON.stringify(policy)}: decision ${decided}`);
}
const explained = spread(english!.calls.slice(0, 50), (call) => explain(describeCall(call)));
console.log(`every reason in words, when it is asked for: ${explained}`);
console.log(`Consumed ${consumed.toFixed(0)}, so that the engine leaves nothing out.`);

function choose(requirements: Selector.Requirements, policy: Selector.Policy): void {
  const { candidates } = selectCandidates({ index, requirements, policy, at });
  for (const { pOk, estCostUsd, reason } of candidates)
    consumed += pOk + estCostUsd.length + reason.length;
}

function explain(requirements: Selector.Requirements): void {
  const { dropped } = selectCandidates({ index, requirements, at });
  consumed += dropped.length + requirements.signals.length;
}

function measure({ calls }: BenchKind, policy: Selector.Policy): Record<string, string> {
  const needs = calls.map((call) => describeCall(call));
  return {
    decided: spread(calls, (call) => choose(describeCall(call), policy)),
    described: spread(calls, (call) => (consumed += describeCall(call).difficulty)),
    chosen: spread(needs, (requirements) => choose(requirements, policy)),
  };
}

/** Median and 99th percentile in µs. Each run is timed by itself; asking the clock takes about 0.1 of them. */
function spread<Input>(inputs: readonly Input[], run: (input: Input) => void): string {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const input of inputs) {
      const started = performance.now();
      run(input);
      samples.push((performance.now() - started) * 1000);
    }
  }
  const sorted = samples.toSorted((one, other) => one - other);
  const atShare = (share: number): string => sorted[Math.floor(share * sorted.length)]!.toFixed(1);
  return `${atShare(0.5)} / ${atShare(0.99)}`;
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
