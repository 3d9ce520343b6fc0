// The fallback engine against a bare model, a no-op middleware, a hand-written loop and its two peers, in one run.
// Run: pnpm run bench:fallback (in this package). Numbers depend on the machine; ratios between rows less so.
import os from 'node:os';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { ablations } from './bench/ablations.ts';
import { deadModel, healthyModel, params } from './bench/bench-models.ts';
import { contenders, type Contender } from './bench/contenders.ts';
import { heapBytes, median, medianMicroseconds, medianReported } from './bench/measure.ts';

const parts = 500;
type Row = Record<string, string>;
const rows = new Map<string, Row>(contenders.map(({ name }) => [name, {}]));
const fallingOver = contenders.filter(({ fallsOver }) => fallsOver);

console.log(
  `${os.cpus()[0]?.model ?? 'unknown CPU'}, ${os.cpus().length} cores, Node ${process.version}`,
);
await measureGenerate();
await measureFailOver();
await measureStream();
await measureFirstContent();
await measureFirstContentAfterDeadPrimary();
for (const contender of contenders) note(contender, 'read-ahead', `${await readAhead(contender)}`);
for (const contender of fallingOver) await measureConcurrency(contender);
for (const contender of contenders)
  note(contender, 'kB/10k calls', await memoryPerTenThousand(contender));
console.table(Object.fromEntries(rows));
console.table(await generateWithout());

function note({ name }: Contender, column: string, value: string): void {
  const row = rows.get(name);
  if (row !== undefined) row[column] = value;
}

async function measureGenerate(): Promise<void> {
  const models = contenders.map(({ wrap }) => wrap(...healthyPair()));
  const times = await medianMicroseconds(
    models.map((model) => async () => model.doGenerate(params)),
    { rounds: 41, runsPerRound: 2_000 },
  );
  contenders.forEach((contender, index) => note(contender, 'generate µs', fixed(times[index])));
}

/** Where the engine's time goes: the same call with parts of its work switched off. */
async function generateWithout(): Promise<Record<string, Row>> {
  const engines = ablations(...healthyPair());
  const times = await medianMicroseconds(
    engines.map(
      ({ model }) =>
        async () =>
          model.doGenerate(params),
    ),
    { rounds: 41, runsPerRound: 2_000 },
  );
  return Object.fromEntries(
    engines.map(({ name }, index) => [name, { 'generate µs': fixed(times[index]) }]),
  );
}

async function measureFailOver(): Promise<void> {
  const models = fallingOver.map(({ wrap }) =>
    wrap(deadModel('a'), healthyModel({ modelId: 'b' })),
  );
  const times = await medianMicroseconds(
    models.map((model) => async () => model.doGenerate(params)),
    { rounds: 21, runsPerRound: 500 },
  );
  fallingOver.forEach((contender, index) => note(contender, 'fail-over µs', fixed(times[index])));
}

async function measureStream(): Promise<void> {
  const models = contenders.map(({ wrap }) => wrap(...healthyPair()));
  const times = await medianMicroseconds(
    models.map((model) => async () => drain(model)),
    { rounds: 31, runsPerRound: 20 },
  );
  contenders.forEach((contender, index) =>
    note(contender, 'µs/part', fixed((times[index] ?? Number.NaN) / parts)),
  );
}

async function measureFirstContent(): Promise<void> {
  const models = contenders.map(({ wrap }) => wrap(...healthyPair()));
  const times = await medianReported(
    models.map((model) => async () => firstContent(model)),
    { rounds: 31, runsPerRound: 200 },
  );
  contenders.forEach((contender, index) => note(contender, 'first µs', fixed(times[index])));
}

async function measureFirstContentAfterDeadPrimary(): Promise<void> {
  const models = fallingOver.map(({ wrap }) =>
    wrap(deadModel('a'), healthyModel({ modelId: 'b' })),
  );
  const times = await medianReported(
    models.map((model) => async () => firstContent(model)),
    { rounds: 21, runsPerRound: 200 },
  );
  fallingOver.forEach((contender, index) =>
    note(contender, 'first after dead µs', fixed(times[index])),
  );
}

function healthyPair(): [LanguageModelV4, LanguageModelV4] {
  return [healthyModel({ modelId: 'a', parts }), healthyModel({ modelId: 'b', parts })];
}

async function drain(model: LanguageModelV4): Promise<number> {
  const { stream } = await model.doStream(params);
  const reader = stream.getReader();
  let count = 0;
  while (!(await reader.read()).done) count += 1;
  return count;
}

/** Microseconds from the call to its first text; leaving the stream afterwards is not counted. */
async function firstContent(model: LanguageModelV4): Promise<number> {
  const started = performance.now();
  const { stream } = await model.doStream(params);
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value.type === 'text-delta') break;
  }
  const elapsed = (performance.now() - started) * 1000;
  // A peer's stream never settles a cancel, so it is not waited for.
  void reader.cancel().catch(() => undefined);
  return elapsed;
}

/** Parts pulled from the model beyond what the consumer took, once things have settled. */
async function readAhead({ wrap }: Contender): Promise<number> {
  let pulled = 0;
  const first = healthyModel({ modelId: 'a', parts, onPart: () => (pulled += 1) });
  const { stream } = await wrap(first, healthyModel({ modelId: 'b' })).doStream(params);
  const reader = stream.getReader();
  let taken = 0;
  for (; taken < 6; taken++) await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const ahead = pulled - taken;
  void reader.cancel().catch(() => undefined);
  return ahead;
}

/** Calls at once over a dead primary, with latencies that interleave. */
async function measureConcurrency(contender: Contender): Promise<void> {
  const served: string[] = [];
  for (const calls of [1, 2, 10, 50, 200]) {
    let seed = 7;
    const delayMs = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return 1 + (seed % 10);
    };
    let attempts = 0;
    const count = (model: LanguageModelV4): LanguageModelV4 => ({
      ...model,
      doGenerate: (options) => {
        attempts += 1;
        return model.doGenerate(options);
      },
    });
    const model = contender.wrap(
      count(deadModel('a', delayMs)),
      count(healthyModel({ modelId: 'b', delayMs })),
    );
    const results = await Promise.allSettled(
      Array.from({ length: calls }, async () => model.doGenerate(params)),
    );
    const answered = results.filter(({ status }) => status === 'fulfilled').length;
    served.push(`${Math.round((answered / calls) * 100)}`);
    if (calls === 200) note(contender, 'attempts/200', `${attempts}`);
  }
  note(contender, 'served % of 1/2/10/50/200', served.join(' '));
}

async function memoryPerTenThousand({ wrap }: Contender): Promise<string> {
  const model = wrap(...healthyPair());
  const controller = new AbortController();
  const options = { ...params, abortSignal: controller.signal };
  const run = async (calls: number): Promise<void> => {
    for (let count = 0; count < calls; count++) await model.doGenerate(options);
  };
  // The engine's own code is still being optimised for some ten thousand calls, and that takes memory, too.
  await run(40_000);
  const samples: number[] = [];
  for (let round = 0; round < 9; round++) {
    const before = heapBytes();
    await run(10_000);
    samples.push((heapBytes() - before) / 1024);
  }
  return fixed(median(samples));
}

function fixed(value: number | undefined): string {
  return (value ?? Number.NaN).toFixed(2);
}
