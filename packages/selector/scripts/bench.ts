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

const kinds = makeCalls(random, 300);

// All kinds before any is measured, so that none meets code that the engine has made for another alone.
for (let pass = 0; pass < 3; pass += 1) for (const kind of kinds) measure(kind);

console.log(`${index.length} models, µs as p50 / p99, ${process.version}`);
for (const kind of kinds) {
  const { decided, described, chosen, explained } = measure(kind);
  console.log(
    `${kind.name}: decision ${decided} (describe ${described}, choose ${chosen}); ` +
      `every reason in words, when asked for: ${explained}`,
  );
}
console.log(`Consumed ${consumed.toFixed(0)}, so that the engine leaves nothing out.`);

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

function measure({ calls }: BenchKind): Record<string, string> {
  const needs = calls.map((call) => describeCall(call));
  return {
    decided: spread(calls, (call, place) => choose(describeCall(call), place)),
    described: spread(calls, (call) => (consumed += describeCall(call).difficulty)),
    chosen: spread(needs, choose),
    explained: spread(needs.slice(0, 50), explain),
  };
}

/** Median and 99th percentile in µs. Each run is timed by itself; asking the clock takes about 0.1 of them. */
function spread<Input>(
  inputs: readonly Input[],
  run: (input: Input, place: number) => void,
): string {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, input] of inputs.entries()) {
      const started = performance.now();
      run(input, place);
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
