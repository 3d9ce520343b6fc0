import { describe, expect, test } from 'vitest';
import {
  cannedOpenRouter,
  completion,
  refusal,
  type CannedAnswer,
} from '../../test/canned-openrouter.ts';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { silenceConsole } from '../../test/silence-console.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMemoryJournal } from '../journal/create-memory-journal.ts';
import type { DurableMemoryEvent } from '../journal/durable-memory-options.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
import { createMem0Embedder } from './create-mem0-embedder.ts';
import { createMem0Oss } from './create-mem0-oss.ts';
import { mem0OssBackend } from './mem0-oss-backend.ts';

// Every row of what mem0ai 3.3.1 does by itself when an add goes wrong (measured: lost without a word, told
// as stored, or thrown with the messages gone), under its name in that matrix. Through the real provider, on
// a wire that answers just that. Here each is stored, or told and kept in the journal until it is.

const fact = 'The sister of the user, Ada, moved to Lisbon';
const tom = { userId: 'tom' };
const good = JSON.stringify({ memory: [{ id: '0', text: fact, attributed_to: 'user' }] });

interface Trouble {
  /** What the wire answers to an extraction. Default: the fact. */
  readonly answer?: () => CannedAnswer;
  /** Texts whose embedding fails. */
  readonly failsToEmbed?: (text: string) => boolean;
  readonly failsToInsert?: boolean;
  /** Whether another model, which works, stands behind the first. Default: false. */
  readonly hasSecondModel?: boolean;
  /** Of an attempt. Default: more than any answer here takes. */
  readonly timeoutMs?: number;
}

/** A durable Mem0 that is in trouble until `mend` is called. */
async function open({
  answer = () => completion(good),
  failsToEmbed = () => false,
  failsToInsert = false,
  hasSecondModel = false,
  timeoutMs = 20_000,
}: Trouble) {
  silenceConsole();
  let isMended = false;
  const events: DurableMemoryEvent[] = [];
  const first = cannedOpenRouter(() => (isMended ? completion(good) : answer()));
  const second = cannedOpenRouter(() => completion(good));
  const embeddingModel = hashingEmbeddingModel({
    onEmbed(texts) {
      if (!isMended && texts.some(failsToEmbed)) throw new Error('no vector');
    },
  });
  const vectorStore = createInMemoryVectorStore();
  const insert = vectorStore.insert.bind(vectorStore);
  vectorStore.insert = async (...entries) => {
    if (!isMended && failsToInsert) throw new Error('disk full');
    await insert(...entries);
  };
  const journal = createMemoryJournal();
  const memory = durableMemory({
    backend: mem0OssBackend({
      memory: await createMem0Oss({
        llm: createMem0Llm({ models: hasSecondModel ? [first, second] : [first], timeoutMs }),
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

const item = { id: '0', text: fact };
const harmless: readonly ({ readonly row: string } & Trouble)[] = [
  { row: 'fenced JSON', answer: () => completion(`\`\`\`json\n${good}\n\`\`\``) },
  { row: '<think> JSON', answer: () => completion(`<think>hm {}</think>${good}`) },
  {
    row: 'numeric ids',
    answer: () => completion(JSON.stringify({ memory: [{ ...item, id: 0 }] })),
  },
  {
    row: 'bad attributed_to',
    answer: () => completion(JSON.stringify({ memory: [{ ...item, attributed_to: 'both' }] })),
  },
  { row: '429, then ok', answer: () => refusal(429), hasSecondModel: true },
];

describe('a row that is harmless', () => {
  test.each(harmless)('$row: is stored', async ({ row: _row, ...trouble }) => {
    const { memory, events, add, stored } = await open(trouble);
    await add();
    await memory.flush();
    expect(await stored()).toEqual([fact]);
    expect(events).toMatchObject([{ type: 'stored' }]);
  });
});

const harmful: readonly ({ readonly row: string } & Trouble)[] = [
  { row: 'prose', answer: () => completion('I will remember that.') },
  {
    row: 'truncated JSON (`length`)',
    answer: () => completion('{"memory": [{"id": "0", "text": "The sis', 'length'),
  },
  { row: 'empty content', answer: () => completion('') },
  { row: 'null content', answer: () => completion(null) },
  { row: '{facts: []}', answer: () => completion('{"facts": []}') },
  { row: 'array of strings', answer: () => completion(JSON.stringify({ memory: [fact] })) },
  { row: 'top-level array', answer: () => completion(JSON.stringify([item])) },
  { row: '{memory: [null]}', answer: () => completion('{"memory": [null]}') },
  { row: '{memory: {}}', answer: () => completion('{"memory": {}}') },
  { row: '429 always', answer: () => refusal(429) },
  { row: '500 always', answer: () => refusal(500) },
  { row: '402', answer: () => refusal(402) },
  { row: '404', answer: () => refusal(404) },
  {
    row: '2xx with {error}',
    answer: () => Response.json({ error: { code: 502, message: 'Provider returned error' } }),
  },
  { row: '2xx with no choices', answer: () => Response.json({ id: 'gen-1', choices: [] }) },
  { row: 'hang', answer: () => 'hang', timeoutMs: 300 },
  { row: 'query embedding fails', failsToEmbed: (text) => text.startsWith('user:') },
  { row: 'fact embedding fails', failsToEmbed: (text) => text === fact },
  { row: 'vector insert fails', failsToInsert: true },
];

describe('a row that loses a memory in Mem0', () => {
  test.each(harmful)(
    '$row: is told, kept, and stored later, once',
    async ({ row: _row, ...trouble }) => {
      const { memory, journal, events, add, mend, stored } = await open(trouble);
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

  test.each(harmful.filter(({ answer }) => answer !== undefined))(
    '$row: goes to the next model, where there is one',
    async ({ row: _row, ...trouble }) => {
      const { memory, add, stored } = await open({ ...trouble, hasSecondModel: true });
      await add();
      await memory.flush();
      expect(await stored()).toEqual([fact]);
    },
  );

  test('half of the facts: is stored whole later, and once', async () => {
    const both = { memory: [item, { id: '1', text: 'User likes the sea' }] };
    const trouble = {
      answer: () => completion(JSON.stringify(both)),
      failsToEmbed: (text: string) => text === fact,
    };
    const { memory, add, mend, stored } = await open(trouble);
    await add();
    await memory.flush().catch(() => {});
    expect(await stored()).toEqual([]);

    mend();
    await memory.flush();
    expect(await stored()).toEqual([fact]);
  });
});
