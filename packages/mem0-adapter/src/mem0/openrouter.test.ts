import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Fault } from '@tierwise/openrouter-simulator';
import { expect, test } from 'vitest';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { silenceConsole } from '../../test/silence-console.ts';
import type { Attempt } from '../extraction/attempt.ts';
import { createMem0Embedder } from './create-mem0-embedder.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMem0Oss } from './create-mem0-oss.ts';
import type { Mem0LlmOptions } from '../extraction/mem0-llm-options.ts';
import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';

const first = 'deepseek/deepseek-v4-flash';
const second = 'google/gemini-3.1-flash-lite';
const third = 'openai/gpt-4.1-nano';

type Limits = Pick<Mem0LlmOptions, 'maxOutputTokens' | 'timeoutMs'>;

/** Mem0 on the real provider package, which speaks to a simulated OpenRouter. */
async function openMemory(faults: readonly Fault[], limits: Limits = {}) {
  const bodies: unknown[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  const attempts: Attempt[] = [];
  const usages: Mem0LlmUsage[] = [];
  const simulator = createSimulator({ faults });
  const openrouter = createOpenRouter({
    apiKey: 'sk-or-test',
    fetch: async (input, init) => {
      signals.push(init?.signal);
      bodies.push(await new Request(input, init).json());
      return simulator.fetch(input, init);
    },
  });
  const memory = await createMem0Oss({
    llm: createMem0Llm({
      models: [openrouter(first), openrouter(second), openrouter(third)],
      providerOptions: { openrouter: { provider: { require_parameters: true } } },
      ...limits,
      onAttempt: (attempt) => attempts.push(attempt),
      onUsage: (usage) => usages.push(usage),
    }),
    embedder: createMem0Embedder({ model: hashingEmbeddingModel() }),
  });
  return { memory, bodies, signals, attempts, usages, simulator };
}

test('the wire carries a strict schema, temperature 0, a bounded answer and the routing asked for', async () => {
  const { memory, bodies } = await openMemory([]);

  await memory.add('I moved to Lisbon', { userId: 'tom' });

  expect(bodies).toMatchObject([
    {
      model: first,
      temperature: 0,
      max_tokens: 4096,
      provider: { require_parameters: true },
      response_format: {
        type: 'json_schema',
        json_schema: { strict: true, schema: { required: ['memory'] } },
      },
    },
  ]);
});

test('a refused and a broken answer fall over to the third model, and the memory is stored', async () => {
  const faults: Fault[] = [
    { type: 'status', status: 429, model: first },
    { type: 'cut', model: second },
  ];
  const { memory, attempts } = await openMemory(faults);

  await memory.add('I moved to Lisbon', { userId: 'tom' });
  const found = await memory.search('moved to Lisbon', { filters: { user_id: 'tom' } });

  expect(found.results).toMatchObject([{ memory: 'User moved to Lisbon' }]);
  expect(attempts).toMatchObject([
    { modelId: first, outcome: 'failed', failure: { status: 429, isRetryable: true } },
    { modelId: second, outcome: 'failed' },
    { modelId: third, outcome: 'served' },
  ]);
});

test.each([
  { type: 'empty' },
  { type: 'no-choices' },
  { type: 'malformed-json' },
  { type: 'html' },
  { type: 'finish-error' },
  { type: 'error-in-200', code: 502 },
  { type: 'reset', at: 'before-headers' },
] as const)('a first model that ends in $type loses nothing', async (fault) => {
  const { memory, attempts } = await openMemory([{ ...fault, model: first }]);

  await memory.add('I moved to Lisbon', { userId: 'tom' });

  expect((await memory.getAll({ filters: { user_id: 'tom' } })).results).toHaveLength(1);
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'served']);
});

test('models that hang are given up in time, and their connections with them', async () => {
  silenceConsole();
  const { memory, signals } = await openMemory([{ type: 'hang' }], { timeoutMs: 50 });

  await expect(memory.add('I moved to Lisbon', { userId: 'tom' })).rejects.toMatchObject({
    isRetryable: true,
    attempts: [first, second, third].map((modelId) => ({
      modelId,
      failure: { class: 'timeout' },
    })),
  });
  // Not read from the simulator's log: nothing but this wait holds a request that hangs in memory, so it
  // may be collected before it hears of the end, and then stays "pending".
  expect(signals).not.toEqual([]);
  expect(signals.every((signal) => signal?.aborted)).toBe(true);
});

test('answers cut off at the token limit are told from empty lists: add() rejects', async () => {
  silenceConsole();
  const { memory, usages, bodies } = await openMemory([], { maxOutputTokens: 5 });

  await expect(memory.add('I moved to Lisbon', { userId: 'tom' })).rejects.toMatchObject({
    name: 'Mem0LlmError',
    attempts: [first, first, second, third].map((modelId) => ({
      modelId,
      failure: { class: 'truncated' },
    })),
  });
  expect(usages.map(({ outcome }) => outcome)).toEqual(Array(4).fill('failed'));
  expect(bodies.map((body) => Reflect.get(Object(body), 'max_tokens'))).toEqual([5, 10, 10, 10]);
});

test('usage comes with the figures of the wire, so that a call can be priced', async () => {
  const { memory, usages, simulator } = await openMemory([]);

  await memory.add('I moved to Lisbon', { userId: 'tom' });

  expect(usages).toHaveLength(1);
  expect(usages[0]?.usage.raw?.['cost']).toBe(Number(simulator.state().spentUsd));
});
