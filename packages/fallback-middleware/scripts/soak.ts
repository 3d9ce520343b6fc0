// 100,000 calls with random faults through the real provider against the simulator: memory must stay flat, no timer,
// listener or rejection may be left, and the attempts told must equal the requests the simulator saw.
// Run: pnpm run soak:fallback [-- calls] (in this package).
import { getEventListeners } from 'node:events';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type FaultKind, type Simulator } from '@tierwise/openrouter-simulator';
import { createFallbackModel, createMemoryHealthStore } from '../src/index.ts';
import { heapBytes } from './bench/measure.ts';

const calls = Number(process.argv[2] ?? 100_000);
const atOnce = 50;
const sampleEvery = Math.max(atOnce, Math.floor(calls / 20));
const faults: readonly FaultKind[] = [
  { type: 'status', status: 429 },
  { type: 'status', status: 503 },
  { type: 'status', status: 404 },
  { type: 'error-in-200', code: 502 },
  { type: 'sse-error', at: 'before-content' },
  { type: 'sse-error', at: 'after-content' },
  { type: 'empty' },
  { type: 'html' },
  { type: 'reset', at: 'before-content' },
  { type: 'cut', at: 'after-content' },
  { type: 'finish-error' },
];

const counted = {
  answered: 0,
  broken: 0,
  failed: 0,
  cancelled: 0,
  attempts: 0,
  requests: 0,
  rejections: 0,
};
process.on('unhandledRejection', () => (counted.rejections += 1));

// A new simulator now and then, because each keeps every generation for its own endpoint.
let simulator = newSimulator(1);
const openrouter = createOpenRouter({
  apiKey: 'sk-or-soak',
  fetch: (...request) => simulator.fetch(...request),
});
const models = simulator.catalog
  .models()
  .slice(0, 5)
  .map(({ id }) => openrouter(id));
const quick = { failures: 3, cooldownMs: 20, maxCooldownMs: 100 };
const store = createMemoryHealthStore({
  policy: {
    rules: { 'rate-limited': quick, overloaded: quick, 'no-endpoint': quick, network: quick },
  },
});
const model = createFallbackModel({
  models,
  health: { store },
  backoffBaseMs: 1,
  events: {
    onCallEnd: ({ report: { attempts } }) => {
      counted.attempts += attempts.filter(({ outcome }) => outcome !== 'skipped').length;
    },
  },
});
const { signal } = new AbortController();
const params = {
  prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }],
  abortSignal: signal,
};

const started = performance.now();
const samples: Array<readonly [calls: number, bytes: number]> = [];
for (let done = 0; done < calls; done += atOnce) {
  await Promise.all(Array.from({ length: atOnce }, (_, index) => one(done + index)));
  counted.requests += simulator.requests().length;
  simulator.clearRequests();
  if (done % 5_000 === 0) simulator = newSimulator(done);
  // WeakRefs that abort signals hold are only let go between turns of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  if ((done + atOnce) % sampleEvery === 0) samples.push([done + atOnce, heapBytes()]);
}
report((performance.now() - started) / 1000);

function newSimulator(seed: number): Simulator {
  return createSimulator({
    seed,
    faults: faults.map((fault) => ({ ...fault, probability: 0.02 })),
  });
}

async function one(index: number): Promise<void> {
  try {
    if (index % 3 === 0) await model.doGenerate(params);
    else if (!(await consume(index % 3 === 1))) return;
    counted.answered += 1;
  } catch {
    // Every candidate failed: a fault of the schedule, counted and expected now and then.
    counted.failed += 1;
  }
}

/** Reads a stream to its end, or leaves after the first part. False when it was left or broke off. */
async function consume(toTheEnd: boolean): Promise<boolean> {
  const { stream } = await model.doStream(params);
  const reader = stream.getReader();
  let well = true;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value.type === 'error') well = false;
    if (toTheEnd) continue;
    await reader.cancel();
    counted.cancelled += 1;
    return false;
  }
  if (!well) counted.broken += 1;
  return well;
}

function report(seconds: number): void {
  const afterWarmUp = samples.slice(Math.floor(samples.length / 4));
  const slope = slopeOf(afterWarmUp);
  const listeners = getEventListeners(signal, 'abort').length;
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  console.log(`${calls} calls in ${seconds.toFixed(1)} s`, counted);
  console.log(
    `heap slope ${((slope * 1000) / 1024).toFixed(2)} kB per 1,000 calls; ${listeners} listeners, ${timers} timers left`,
  );
  const sound =
    counted.rejections === 0 &&
    listeners === 0 &&
    timers === 0 &&
    counted.attempts === counted.requests;
  if (!sound) throw new Error('The soak found something: see the counters above.');
}

/** Least squares: bytes per call. */
function slopeOf(points: ReadonlyArray<readonly [number, number]>): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return over / under;
}
