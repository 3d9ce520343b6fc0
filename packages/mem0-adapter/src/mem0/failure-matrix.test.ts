import type { LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { answeringModel, extractingModel, failingModel } from '../../test/mock-models.ts';
import { silenceConsole } from '../../test/silence-console.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMemoryJournal } from '../journal/create-memory-journal.ts';
import type { DurableMemoryEvent } from '../journal/durable-memory-options.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
import { createMem0Embedder } from './create-mem0-embedder.ts';
import { createMem0Oss } from './create-mem0-oss.ts';
import { mem0OssBackend } from './mem0-oss-backend.ts';

// Every row of what mem0ai 3.3.1 does by itself when an add goes wrong (measured: lost without a
// word, or told as stored). Here each is stored, or told and kept in the journal until it is.

const fact = 'The sister of the user, Ada, moved to Lisbon';
const tom = { userId: 'tom' };
const length = { unified: 'length', raw: 'length' } as const;
const silent = new MockLanguageModelV4({ doGenerate: async () => new Promise(() => {}) });

interface Trouble {
  readonly model?: MockLanguageModelV4;
  /** Texts whose embedding fails. */
  readonly failsToEmbed?: (text: string) => boolean;
  readonly failsToInsert?: boolean;
}

/** A durable Mem0 that is in trouble until `mend` is called. */
async function open(trouble: Trouble) {
  silenceConsole();
  let isMended = false;
  const events: DurableMemoryEvent[] = [];
  const good = extractingModel(fact);
  const model = new MockLanguageModelV4({
    doGenerate: async (
      options: LanguageModelV4CallOptions,
    ): Promise<LanguageModelV4GenerateResult> =>
      (isMended || trouble.model === undefined ? good : trouble.model).doGenerate(options),
  });
  const embeddingModel = hashingEmbeddingModel({
    onEmbed(texts) {
      if (!isMended && texts.some((text) => trouble.failsToEmbed?.(text)))
        throw new Error('no vector');
    },
  });
  const vectorStore = createInMemoryVectorStore();
  const insert = vectorStore.insert.bind(vectorStore);
  vectorStore.insert = async (...entries) => {
    if (!isMended && trouble.failsToInsert === true) throw new Error('disk full');
    await insert(...entries);
  };
  const journal = createMemoryJournal();
  const memory = durableMemory({
    backend: mem0OssBackend({
      memory: await createMem0Oss({
        llm: createMem0Llm({ model, timeoutMs: 20 }),
        embedder: createMem0Embedder({ model: embeddingModel, maxRetries: 0 }),
        vectorStore,
      }),
    }),
    journal,
    schedule: () => () => {},
    onEvent: (event) => events.push(event),
  });
  const add = async () =>
    memory.add({
      scope: tom,
      observedAt: '2026-03-01T10:00:00.000Z',
      messages: [{ role: 'user', content: 'My sister Ada moved to Lisbon.' }],
    });
  const mend = () => {
    isMended = true;
  };
  const stored = async () => (await memory.list({ scope: tom, limit: 9 })).map(({ text }) => text);
  return { memory, journal, events, add, mend, stored };
}

const harmless: readonly { name: string; answer: string }[] = [
  { name: 'fenced JSON', answer: `\`\`\`json\n{"memory":[{"id":"0","text":"${fact}"}]}\n\`\`\`` },
  {
    name: 'reasoning first',
    answer: `<think>hm {}</think>{"memory":[{"id":"0","text":"${fact}"}]}`,
  },
  { name: 'numbers as ids', answer: `{"memory":[{"id":0,"text":"${fact}"}]}` },
  {
    name: 'an unknown speaker',
    answer: `{"memory":[{"id":"0","text":"${fact}","attributed_to":"both"}]}`,
  },
];

describe('an answer that is odd and clear', () => {
  test.each(harmless)('is stored: $name', async ({ answer }) => {
    const { memory, add, stored } = await open({ model: answeringModel(answer) });
    await add();
    await memory.flush();
    expect(await stored()).toEqual([fact]);
  });
});

const rows: readonly ({ readonly name: string } & Trouble)[] = [
  { name: 'prose', model: answeringModel('I will remember that.') },
  {
    name: 'JSON cut off at the token limit',
    model: answeringModel('{"memory": [{"id": "0", "text": "The sis', { finishReason: length }),
  },
  { name: 'an empty answer', model: answeringModel('') },
  { name: 'another key', model: answeringModel(`{"facts": ["${fact}"]}`) },
  { name: 'a list of strings', model: answeringModel(`{"memory": ["${fact}"]}`) },
  { name: 'a list at the top', model: answeringModel(`[{"id": "0", "text": "${fact}"}]`) },
  { name: 'a list with a hole', model: answeringModel('{"memory": [null]}') },
  { name: 'an object for a list', model: answeringModel('{"memory": {}}') },
  { name: '429 for ever', model: failingModel(429) },
  { name: '500 for ever', model: failingModel(500) },
  { name: '402', model: failingModel(402) },
  { name: '404', model: failingModel(404) },
  { name: 'a 2xx that holds an error', model: failingModel(200, 'Provider returned error') },
  { name: 'no answer at all', model: silent },
  {
    name: 'a conversation that cannot be embedded',
    failsToEmbed: (text) => text.startsWith('user:'),
  },
  { name: 'a fact that cannot be embedded', failsToEmbed: (text) => text === fact },
  { name: 'a vector store that takes nothing', failsToInsert: true },
];

describe('an add that fails', () => {
  test.each(rows)(
    'is told, kept and stored later, once: $name',
    async ({ name: _name, ...row }) => {
      const { memory, journal, events, add, mend, stored } = await open(row);
      await add();
      await expect(memory.flush()).rejects.toMatchObject({ pendingCount: 1 });

      expect(await stored()).toEqual([]);
      expect(events).toMatchObject([{ type: 'failed' }]);
      expect(JSON.stringify(events)).not.toMatch(/Ada|Lisbon/);
      expect(await journal.pending({ limit: 9 })).toMatchObject([{ failureCount: 1 }]);

      mend();
      await memory.replay();
      expect(await stored()).toEqual([fact]);
      expect(await journal.pending({ limit: 9 })).toEqual([]);
    },
  );

  test('after half of its facts were stored is stored whole later, and once', async () => {
    const model = extractingModel(fact, 'User likes the sea');
    const trouble = { model, failsToEmbed: (text: string) => text === fact };
    const { memory, add, mend, stored } = await open(trouble);
    await add();
    await memory.flush().catch(() => {});
    expect(await stored()).toEqual([]);

    mend();
    await memory.flush();
    expect(await stored()).toEqual([fact]);
  });
});
