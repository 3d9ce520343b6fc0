import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { ModelMessage } from 'ai';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { answeringModel, extractingModel, failingModel } from '../../test/mock-models.ts';
import { silenceConsole } from '../../test/silence-console.ts';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
import { createMem0Embedder } from './create-mem0-embedder.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMem0Oss, type Mem0OssEvent, type Mem0OssOptions } from './create-mem0-oss.ts';
import { Mem0LlmError } from '../extraction/mem0-llm-error.ts';
import type { Mem0LlmModel } from '../extraction/mem0-llm-options.ts';
import { Mem0WriteError } from './mem0-write-error.ts';

const talk = [
  { role: 'user', content: 'My sister Ada moved to Lisbon in spring.' },
  { role: 'assistant', content: 'Good to know!' },
];
const fact = 'The sister of the user, Ada, moved to Lisbon';
const tom = { userId: 'tom' };
const ofTom = { filters: { user_id: 'tom' } };

// Called through, so that a breach shows wherever it happens.
const fetchOutside = vi.spyOn(globalThis, 'fetch');
const connect = vi.spyOn(Socket.prototype, 'connect');
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mem0-adapter-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('MEM0_DIR', join(home, 'mem0'));
});

// Whatever a test is about, Mem0 must not have called out or written into the user's home.
afterEach(async () => {
  assert.deepEqual(fetchOutside.mock.calls, []);
  assert.deepEqual(connect.mock.calls, []);
  assert.deepEqual(await readdir(home), []);
  await rm(home, { recursive: true });
  vi.unstubAllEnvs();
});

interface OpenOptions extends Partial<Mem0OssOptions> {
  readonly models: readonly Mem0LlmModel[];
}

async function open({ models, ...options }: OpenOptions) {
  const embedder = createMem0Embedder({ model: hashingEmbeddingModel() });
  return createMem0Oss({ llm: createMem0Llm({ models }), embedder, ...options });
}

test('a fact that the model extracts is found by a search of its own scope, and of no other', async () => {
  const memory = await open({ models: [extractingModel(fact)] });

  const added = await memory.add(talk, tom);
  const found = await memory.search('Where did the sister Ada move?', ofTom);
  const foundByEve = await memory.search('sister Ada', { filters: { user_id: 'eve' } });

  expect(added.results).toMatchObject([{ memory: fact }]);
  expect(found.results).toMatchObject([{ memory: fact, attributedTo: 'user', user_id: 'tom' }]);
  expect(foundByEve.results).toEqual([]);
});

test.each([
  { name: 'malformed JSON', bad: answeringModel('{"memory": [}') },
  { name: 'prose', bad: answeringModel('I will remember that.') },
  { name: 'nothing at all', bad: answeringModel('') },
  { name: 'JSON of another shape', bad: answeringModel('{"facts": ["moved"]}') },
  { name: 'a list with a hole', bad: answeringModel('{"memory": [null]}') },
  {
    name: 'JSON cut off at the token limit, also of twice the size,',
    calls: 2,
    bad: answeringModel('{"memory": [{"id": "0", "text": "Ada', {
      finishReason: { unified: 'length', raw: 'length' },
    }),
  },
  { name: 'HTTP 429', bad: failingModel(429) },
  { name: 'HTTP 404', bad: failingModel(404) },
])(
  'a first model that gives $name makes way, and the memory is stored',
  async ({ bad, calls = 1 }) => {
    const memory = await open({ models: [bad, extractingModel(fact)] });

    await memory.add(talk, tom);

    expect(bad.doGenerateCalls).toHaveLength(calls);
    expect((await memory.getAll(ofTom)).results).toMatchObject([{ memory: fact }]);
  },
);

test('an empty list is a good answer: nothing is stored and no other model is asked', async () => {
  const second = extractingModel(fact);
  const memory = await open({ models: [answeringModel('{"memory": []}'), second] });

  expect(await memory.add(talk, tom)).toMatchObject({ results: [], usages: [{}] });

  expect(second.doGenerateCalls).toEqual([]);
  expect((await memory.getAll(ofTom)).results).toEqual([]);
});

test('when every model fails, add() rejects with each attempt and without the conversation', async () => {
  silenceConsole();
  const models = [failingModel(503), answeringModel('sorry'), failingModel(429)];
  const memory = await open({ models });

  const error: unknown = await memory.add(talk, tom).catch((reason: unknown) => reason);

  expect(Mem0LlmError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    statusCode: 429,
    isRetryable: true,
    attempts: [
      { modelId: 'failing-503', failure: { class: 'call-error', status: 503 } },
      { modelId: 'answering', failure: { class: 'invalid-output' } },
      { modelId: 'failing-429', failure: { class: 'call-error', status: 429 } },
    ],
  });
  expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/Ada|Lisbon|sister/);
  expect((await memory.getAll(ofTom)).results).toEqual([]);
});

test('whatever the models do, an add stores, rejects, or was told that there is nothing', async () => {
  silenceConsole();
  const usable = {
    fact: () => extractingModel(fact),
    nothing: () => answeringModel('{"memory": []}'),
  };
  const unusable = {
    prose: () => answeringModel('Noted!'),
    silence: () => answeringModel(''),
    half: () => answeringModel('{"memory": [{"id": "0", "te'),
    overload: () => failingModel(503),
  };
  const makers = { ...usable, ...unusable };
  const behaviour = fc.constantFrom('fact', 'nothing', 'prose', 'silence', 'half', 'overload');

  await fc.assert(
    fc.asyncProperty(fc.array(behaviour, { minLength: 1, maxLength: 4 }), async (behaviours) => {
      const memory = await open({ models: behaviours.map((name) => makers[name]()) });

      const outcome = await memory.add(talk, tom).then(
        () => 'resolved',
        (error: unknown) => (Mem0LlmError.isInstance(error) ? 'rejected' : error),
      );

      const decisive = behaviours.find((name) => name in usable);
      const stored = (await memory.getAll(ofTom)).results.map((result) => result.memory);
      expect(outcome).toBe(decisive === undefined ? 'rejected' : 'resolved');
      expect(stored).toEqual(decisive === 'fact' ? [fact] : []);
    }),
    { numRuns: 50 },
  );
});

test('a conversation that cannot be embedded rejects before a model is paid for', async () => {
  const model = extractingModel(fact);
  const embedder = createMem0Embedder({
    model: hashingEmbeddingModel({
      onEmbed() {
        throw new Error('no vector');
      },
    }),
    maxRetries: 0,
  });
  const memory = await open({ models: [model], embedder });

  await expect(memory.add(talk, tom)).rejects.toThrow('no vector');
  expect(model.doGenerateCalls).toEqual([]);
});

test('memories that cannot be embedded are reported, which Mem0 answers with an empty list', async () => {
  silenceConsole();
  const model = hashingEmbeddingModel({
    onEmbed(texts) {
      if (texts.includes(fact)) throw new Error(`Cannot embed "${fact}"`);
    },
  });
  const memory = await open({
    models: [extractingModel(fact, 'User likes the sea')],
    embedder: createMem0Embedder({ model, maxRetries: 0 }),
  });

  const error: unknown = await memory.add(talk, tom).catch((reason: unknown) => reason);

  expect(Mem0WriteError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ storedCount: 1, lostCount: 1 });
  expect(inspect(error)).not.toMatch(/Ada|Lisbon/);
});

test('an entity that cannot be embedded is no lost memory', async () => {
  silenceConsole();
  const failed: string[] = [];
  const model = hashingEmbeddingModel({
    onEmbed(texts) {
      const entities = texts.filter((text) => text !== fact && !text.startsWith('user: '));
      failed.push(...entities);
      if (entities.length > 0) throw new Error('no vector');
    },
  });
  const embedder = createMem0Embedder({ model, maxRetries: 0 });
  const memory = await open({ models: [extractingModel(fact)], embedder });

  expect((await memory.add(talk, tom)).results).toMatchObject([{ memory: fact }]);
  expect(failed).not.toEqual([]);
});

test('memories that the vector store did not take are reported, which Mem0 returns as added', async () => {
  silenceConsole();
  const vectorStore = createInMemoryVectorStore();
  vectorStore.insert = async () => {
    throw new Error('disk full');
  };
  const memory = await open({ models: [extractingModel(fact)], vectorStore });

  await expect(memory.add(talk, tom)).rejects.toMatchObject({
    name: 'Mem0WriteError',
    storedCount: 0,
    lostCount: 1,
  });
});

test('concurrent adds are told apart: one fails, the other is stored', async () => {
  silenceConsole();
  const model = hashingEmbeddingModel({
    onEmbed(texts) {
      if (texts.includes('User likes rain')) throw new Error('no vector');
    },
  });
  const embedder = createMem0Embedder({ model, maxRetries: 0 });
  const llm = {
    ...createMem0Llm({ model: extractingModel(fact) }),
    // Extracts what the conversation names.
    generateResponse: async (messages: readonly { content: string }[]) => {
      const text = messages.some(({ content }) => content.includes('rain'))
        ? 'User likes rain'
        : fact;
      return JSON.stringify({ memory: [{ id: '0', text }] });
    },
  };
  const memory = await createMem0Oss({ llm, embedder });

  const [stored, lost] = await Promise.allSettled([
    memory.add(talk, tom),
    memory.add('I like rain', { userId: 'eve' }),
  ]);

  expect(stored).toMatchObject({ status: 'fulfilled', value: { results: [{ memory: fact }] } });
  expect(lost).toMatchObject({ status: 'rejected', reason: { lostCount: 1 } });
});

test('saying the same twice stores it once and is no failure', async () => {
  const memory = await open({ models: [extractingModel(fact)] });

  await memory.add(talk, tom);
  const again = await memory.add(talk, tom);

  expect(again.results).toEqual([]);
  expect((await memory.getAll(ofTom)).results).toHaveLength(1);
});

test('memories can be read, changed, followed and deleted', async () => {
  const memory = await open({ models: [extractingModel(fact, 'User likes the sea')] });
  const { results } = await memory.add(talk, tom);
  const id = results[0]?.id ?? '';

  await memory.update(id, { text: 'Ada moved to Porto' });
  expect(await memory.get(id)).toMatchObject({ memory: 'Ada moved to Porto' });
  expect(await memory.history(id)).toHaveLength(2);

  await memory.delete(id);
  expect(await memory.get(id)).toBeNull();

  await memory.deleteAll(tom);
  expect((await memory.getAll(ofTom)).results).toEqual([]);
});

test('reset() empties the stores and leaves our models in place', async () => {
  silenceConsole();
  const memory = await open({ models: [extractingModel(fact)] });
  await memory.add(talk, tom);

  await memory.reset();
  expect((await memory.getAll(ofTom)).results).toEqual([]);

  await memory.add(talk, tom);
  expect((await memory.getAll(ofTom)).results).toHaveLength(1);
});

test('custom instructions reach the model', async () => {
  const model = extractingModel(fact);
  const memory = await open({ models: [model], customInstructions: 'Remember family only.' });

  await memory.add(talk, tom);

  expect(JSON.stringify(model.doGenerateCalls[0]?.prompt)).toContain('Remember family only.');
});

describe('a message with parts', () => {
  const bytes = 'iVBORw0KGgo'.repeat(200);
  const parts: ModelMessage[] = [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'This is my sister Ada.' },
        { type: 'image', image: bytes, mediaType: 'image/png' },
        { type: 'file', data: bytes, mediaType: 'application/pdf', filename: 'letter.pdf' },
      ],
    },
    {
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'c1',
          toolName: 'weather',
          output: { type: 'json', value: { sky: 'rain', picture: bytes } },
        },
      ],
    },
  ];

  test('reaches the model as text, with marks for what it shows, and that is told', async () => {
    const model = extractingModel(fact);
    const events: Mem0OssEvent[] = [];
    const memory = await open({ models: [model], onEvent: (event) => events.push(event) });

    await memory.add(parts, tom);

    const prompt = JSON.stringify(model.doGenerateCalls[0]?.prompt);
    expect(prompt).toContain('This is my sister Ada.\\n[image]\\n[file: letter.pdf]');
    expect(prompt).toContain('sky');
    expect(prompt).not.toMatch(/iVBORw0KGgo|object Object/);
    expect(events).toEqual([{ type: 'media-omitted', kinds: ['image', 'file', 'file'] }]);
  });

  test('may be in the shape of Mem0 itself, which would send the image to OpenAI', async () => {
    const model = extractingModel(fact);
    const memory = await open({ models: [model], onEvent: () => {} });
    const image = {
      type: 'image_url',
      image_url: { url: 'https://x.example/a.png?key=1' },
    } as const;

    await memory.add([{ role: 'user', content: image }], tom);

    const prompt = JSON.stringify(model.doGenerateCalls[0]?.prompt);
    expect(prompt).toContain('[image: a.png]');
    expect(prompt).not.toContain('key=1');
  });

  test('is told once on the console where nobody listens', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const memory = await open({ models: [extractingModel(fact)] });
    await memory.add(parts, tom);
    await memory.add(parts, tom);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('only a mark is kept')]]);
    warn.mockRestore();
  });

  test('and no word asks no model', async () => {
    const model = extractingModel(fact);
    const memory = await open({ models: [model] });
    expect(await memory.add([{ role: 'user', content: '  ' }], tom)).toEqual({
      results: [],
      usages: [],
    });
    expect(model.doGenerateCalls).toEqual([]);
  });
});
