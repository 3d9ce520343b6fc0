import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { costOf, listCost } from '../../src/index.ts';
import { genaiPrices, tokenlens } from './contenders.ts';

const MODEL_ID = 'openai/gpt-4.1';
const CALLS = 1000;
const ROUNDS = 40;

/** Nanoseconds for the cost of one finished call: the best of many rounds in which the libraries take turns. */
export function measureSpeed(): Record<string, { readonly 'ns per cost': number }> {
  const { model } = bundledCatalog().resolve(MODEL_ID);
  const at = new Date();
  const counters = Array.from({ length: CALLS }, (_, call) => ({
    input: 1000 + call * 7,
    output: 50 + (call % 211),
  }));
  const usages = counters.map(({ input, output }) => ({
    prompt_tokens: input,
    completion_tokens: output,
  }));
  const reported = usages.map((usage, call) => ({ ...usage, cost: 0.002 + call / 1e6 }));
  const contenders: Record<string, (call: number) => unknown> = {
    'tierwise listCost (the amount)': (call) => listCost({ usage: usages[call], model, at }),
    'tierwise costOf (explained)': (call) => costOf({ usage: usages[call], model, at }).usd,
    'tierwise costOf (reported, reconciled)': (call) =>
      costOf({ usage: reported[call], model, at }).usd,
    'genai-prices calcPrice': (call) =>
      genaiPrices(MODEL_ID, counters[call] ?? { input: 0, output: 0 }),
    'tokenlens estimateCost': (call) =>
      tokenlens(MODEL_ID, counters[call] ?? { input: 0, output: 0 }),
  };
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, price] of Object.entries(contenders)) {
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, nanosecondsOf(price)));
    }
  }
  return Object.fromEntries(
    [...best].map(([name, time]) => [name, { 'ns per cost': Math.round(time) }]),
  );
}

function nanosecondsOf(price: (call: number) => unknown): number {
  let known = 0;
  const start = performance.now();
  for (let call = 0; call < CALLS; call += 1) if (price(call) !== null) known += 1;
  const elapsed = performance.now() - start;
  if (known !== CALLS)
    throw new Error('a contender did not price every call, so its time means nothing');
  return (elapsed * 1e6) / CALLS;
}
