import { describe, expect, test, vi } from 'vitest';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { createMem0Embedder } from '../mem0/create-mem0-embedder.ts';
import { memoryBackendContract } from '../testing/memory-backend-contract.ts';
import { memoryRecordStoreContract } from '../testing/memory-record-store-contract.ts';
import { createMemoryRecordStore } from './create-memory-record-store.ts';
import type { LocalMemoryEvent } from './local-memory-options.ts';
import { localMemory } from './local-memory.ts';
import type { ExtractMemoriesOptions } from './memory-extractor.ts';

const tom = { userId: 'tom' };
const observedAt = '2026-03-01T10:00:00.000Z';

function user(content: string) {
  return { role: 'user', content } as const;
}

function assistant(content: string) {
  return { role: 'assistant', content } as const;
}

describe('localMemory as a backend', () => {
  test.each(memoryBackendContract)('$name', async ({ check }) => {
    await expect(check({ createBackend: localMemory })).resolves.toBeUndefined();
  });

  test.each(memoryBackendContract)('with an embedder: $name', async ({ check }) => {
    const embedder = createMem0Embedder({ model: hashingEmbeddingModel() });
    const outcome = check({ createBackend: () => localMemory({ embedder }) });
    await expect(outcome).resolves.toBeUndefined();
  });
});

test.each(memoryRecordStoreContract)('the store in memory: $name', async ({ check }) => {
  await expect(check({ createStore: createMemoryRecordStore })).resolves.toBeUndefined();
});

describe('a search', () => {
  test('finds an answer beside the words that were asked for, in the same conversation only', async () => {
    const memory = localMemory();
    await memory.add({
      scope: tom,
      observedAt,
      conversation: 'one',
      messages: [user('Which instrument do you recommend?'), assistant('A cello, surely.')],
    });
    await memory.add({
      scope: tom,
      observedAt,
      conversation: 'two',
      messages: [user('Good morning')],
    });

    const found = await memory.search({ query: 'instrument', scope: tom, topK: 5 });

    expect(found.map(({ text }) => text)).toEqual([
      'Which instrument do you recommend?',
      'A cello, surely.',
    ]);
  });

  test('finds other forms of an English word', async () => {
    const memory = localMemory();
    await memory.add({ scope: tom, observedAt, messages: [user('We adopted two puppies')] });

    const found = await memory.search({ query: 'adopting a puppy', scope: tom, topK: 1 });

    expect(found).toMatchObject([{ text: 'We adopted two puppies', kind: 'turn' }]);
  });

  test('sees what another instance wrote to the same store', async () => {
    const store = createMemoryRecordStore();
    const [one, other] = [localMemory({ store }), localMemory({ store })];
    await other.search({ query: 'tea', scope: tom, topK: 1 });
    await one.add({ scope: tom, observedAt, messages: [user('I like tea')] });

    expect(await other.search({ query: 'tea', scope: tom, topK: 1 })).toHaveLength(1);
  });

  test('finds by meaning where an embedder is given, and by words alone while it fails', async () => {
    const events: LocalMemoryEvent[] = [];
    let isDown = false;
    const embedder = {
      embed: async () => [1, 0],
      embedBatch: async (texts: readonly string[]) => {
        if (isDown) throw new Error(`cannot embed ${texts.join()}`);
        return texts.map((text) => (/puppy|dog/i.test(text) ? [1, 0] : [0, 1]));
      },
    };
    const memory = localMemory({ embedder, onEvent: (event) => events.push(event) });
    await memory.add({
      scope: tom,
      observedAt,
      messages: [user('A dog sleeps here'), user('Rain falls')],
    });

    const byMeaning = await memory.search({ query: 'puppy', scope: tom, topK: 1 });
    isDown = true;
    const byWords = await memory.search({ query: 'rain fell puppy', scope: tom, topK: 1 });

    expect(byMeaning).toMatchObject([{ text: 'A dog sleeps here' }]);
    expect(byWords).toMatchObject([{ text: 'Rain falls' }]);
    expect(events).toMatchObject([{ type: 'embedding-failed', during: 'search' }]);
    expect(JSON.stringify(events)).not.toContain('puppy');
  });
});

describe('an add', () => {
  test('keeps a long message in pieces that a small budget can hold', async () => {
    const memory = localMemory();
    const sentences = Array.from({ length: 80 }, (_, index) => `This is sentence number ${index}.`);

    await memory.add({ scope: tom, observedAt, messages: [user(sentences.join(' '))] });

    const list = await memory.list({ scope: tom, limit: 50 });
    expect(list.length).toBeGreaterThan(1);
    expect(list.every(({ text }) => text.length <= 1000 && text.endsWith('.'))).toBe(true);
    expect(list.map(({ text }) => text).join(' ')).toBe(sentences.join(' '));
  });

  test('keeps neither instructions nor blank messages', async () => {
    const memory = localMemory();
    const messages = [{ role: 'system', content: 'Be kind' } as const, user('  '), user('Hello')];

    await memory.add({ scope: tom, observedAt, messages });

    expect(await memory.list({ scope: tom, limit: 5 })).toMatchObject([{ text: 'Hello' }]);
  });

  test('keeps extracted facts beside the turns, shows the extractor what is known, and no fact twice', async () => {
    const asked: ExtractMemoriesOptions[] = [];
    const memory = localMemory({
      extract: async (options) => {
        asked.push(options);
        return [{ text: 'User likes tea.', attributedTo: 'user' }, { text: 'user likes  tea' }];
      },
    });
    await memory.add({ scope: tom, observedAt, messages: [user('I like tea')] });
    await memory.add({ scope: tom, observedAt, messages: [user('Tea is what I like')] });

    const list = await memory.list({ scope: tom, limit: 9 });
    expect(list.map(({ kind, text }) => [kind, text])).toEqual([
      ['turn', 'I like tea'],
      ['fact', 'User likes tea.'],
      ['turn', 'Tea is what I like'],
    ]);
    expect(asked.map(({ known }) => known)).toEqual([[], ['User likes tea.']]);
  });

  test('rejects when extraction fails, with the turns kept, and a retry completes it', async () => {
    const extract = vi
      .fn<() => Promise<{ text: string }[]>>()
      .mockRejectedValueOnce(new Error('model down'))
      .mockResolvedValue([{ text: 'User likes tea' }]);
    const memory = localMemory({ extract });
    const add = { scope: tom, observedAt, messages: [user('I like tea')] };

    await expect(memory.add(add)).rejects.toThrow('model down');
    expect(await memory.list({ scope: tom, limit: 9 })).toHaveLength(1);
    await memory.add(add);

    expect(await memory.list({ scope: tom, limit: 9 })).toMatchObject([
      { kind: 'turn' },
      { kind: 'fact' },
    ]);
  });
});

test('only the scopes used last stay indexed, and all stay searchable', async () => {
  const store = createMemoryRecordStore();
  const list = vi.spyOn(store, 'list');
  const memory = localMemory({ store, maxIndexedScopes: 1 });
  await memory.add({ scope: tom, observedAt, messages: [user('tea')] });

  for (const userId of ['tom', 'tom', 'eve', 'tom']) {
    await memory.search({ query: 'tea', scope: { userId }, topK: 1 });
  }

  expect(list).toHaveBeenCalledTimes(3);
});
