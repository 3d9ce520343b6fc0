/**
 * A synthetic month of mixed traffic with known difficulty: what each way of choosing costs, and how many calls it gets
 * right. Everything is simulated: the traffic is made up, and whether a model is right is drawn from the selector's own
 * P(ok) with an ability that differs from the estimate by its error. Prices are the bundled catalogue's.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/replay.ts
 */
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { sumUsd } from '@tierwise/pricing';
import { abilityKindOf } from '../src/ability/ability-kind.ts';
import { successChance } from '../src/ability/success.ts';
import {
  type Candidate,
  indexModels,
  NoCandidateError,
  type Policy,
  type Requirements,
  selectCandidates,
  type Task,
} from '../src/index.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';

const CALLS = 6_000;
const at = new Date('2026-11-25T12:00:00Z');
const index = indexModels(bundledCatalog().models);
const byId = new Map(index.map((indexed) => [indexed.model.id, indexed]));

/** Shares of a month's calls by kind of work, with the mean logit of their difficulty and tokens in and out. */
const TRAFFIC: readonly (readonly [Task, number, number, number, number])[] = [
  ['chat', 0.24, -2.2, 600, 150],
  ['factual', 0.12, -1.5, 200, 120],
  ['extraction', 0.14, -1.6, 1_500, 250],
  ['summarise', 0.1, -1.4, 6_000, 350],
  ['translate', 0.06, -1.5, 800, 300],
  ['write', 0.08, -0.6, 500, 700],
  ['code', 0.12, 0.4, 4_000, 900],
  ['agent-step', 0.08, 0.2, 12_000, 300],
  ['maths', 0.03, 0.8, 300, 500],
  ['reasoning', 0.03, 1.5, 1_200, 900],
];

interface Call {
  readonly requirements: Requirements;
  /** What the call really is; the selector sees it through noise, as it sees a text. */
  readonly trueDifficulty: number;
}

const random = seededRandom(42);
const calls = Array.from({ length: CALLS }, makeCall);
const trueShift = new Map(index.map(({ model }) => [model.id, normal()]));

console.log(`simulated month: ${CALLS} calls, seed 42, catalogue of ${bundledCatalog().asOf}`);
console.log('simulated | way of choosing                    |   cost USD | right | escalated');
row('tierwise, balanced', () => ({}), false);
row('tierwise, balanced, verified', () => ({}), true);
row('tierwise, cheapest', () => ({ profile: 'cheapest' }), false);
row('tierwise, quality', () => ({ profile: 'quality' }), false);
row('all to premium', () => ({ tier: 'premium', dial: 10 }), false);
row('always the cheapest that fits', () => ({ dial: 0 }), false);
row('one good model by task (openrouter/auto-like)', byMarketShare, false);

/** Like a router that knows the task and takes what most people use for it: one strong model a task, whatever the call. */
function byMarketShare({ task }: Requirements): Policy {
  const hard = task === 'code' || task === 'agent-step' || task === 'maths' || task === 'reasoning';
  return hard ? { tier: 'standard', dial: 10 } : { tier: 'economy', dial: 10 };
}

function row(
  name: string,
  policyOf: (requirements: Requirements) => Policy,
  verified: boolean,
): void {
  const costs: string[] = [];
  let right = 0;
  let escalated = 0;
  for (const call of calls) {
    const candidates = choose(call.requirements, policyOf(call.requirements));
    const [first, ...others] = candidates;
    if (first === undefined) continue;
    costs.push(first.estCostUsd);
    let correct = answers(first, call);
    const next = others.toSorted((one, other) => other.pOk - one.pOk)[0];
    if (verified && next !== undefined && isCaught(correct)) {
      escalated += 1;
      costs.push(next.estCostUsd);
      correct = answers(next, call);
    }
    if (correct) right += 1;
  }
  const usd = Number(sumUsd(costs)).toFixed(2);
  console.log(
    `simulated | ${name.padEnd(45).slice(0, 45)} | ${usd.padStart(8)} | ${((100 * right) / CALLS).toFixed(1)} % | ${((100 * escalated) / CALLS).toFixed(1)} %`,
  );
}

function choose(requirements: Requirements, policy: Policy): readonly Candidate[] {
  try {
    return selectCandidates({ index, requirements, policy, at }).candidates;
  } catch (error) {
    if (NoCandidateError.isInstance(error)) return [];
    throw error;
  }
}

function answers({ modelId }: Candidate, { requirements, trueDifficulty }: Call): boolean {
  const indexed = byId.get(modelId);
  if (indexed === undefined) throw new Error(`${modelId} is not in the catalogue`);
  const { points, sigma } = indexed.abilities[abilityKindOf(requirements.task)];
  const truth = {
    points: points + sigma * (trueShift.get(modelId) ?? 0),
    sigma: 0,
    source: 'user' as const,
  };
  return random() < successChance(truth, trueDifficulty);
}

/** A verifier that finds half of the wrong answers and doubts one right one in twenty. */
function isCaught(correct: boolean): boolean {
  return random() < (correct ? 0.05 : 0.5);
}

function makeCall(): Call {
  const [task, , mean, input, output] = pickTask();
  const scale = Math.exp(0.5 * normal());
  const logit = mean + normal();
  const inputTokens = Math.ceil(input * scale);
  const outputTokens = Math.ceil(output * scale);
  return {
    trueDifficulty: 1 / (1 + Math.exp(-logit)),
    requirements: {
      task,
      difficulty: 1 / (1 + Math.exp(-(logit + 0.8 * normal()))),
      signals: [],
      language: 'en',
      inputModalities: ['text'],
      capabilities: task === 'agent-step' ? ['tools'] : [],
      inputTokens: { expected: inputTokens, p95: Math.ceil(inputTokens * 1.3) },
      outputTokens: { expected: outputTokens, p95: outputTokens * 4 },
      agentStep: task === 'agent-step',
    },
  };
}

function pickTask(): (typeof TRAFFIC)[number] {
  let left = random();
  for (const kind of TRAFFIC) {
    left -= kind[1];
    if (left < 0) return kind;
  }
  return TRAFFIC[0]!;
}

/** A normal number, by the sum of twelve uniform ones. */
function normal(): number {
  let sum = -6;
  for (let count = 0; count < 12; count += 1) sum += random();
  return sum;
}
