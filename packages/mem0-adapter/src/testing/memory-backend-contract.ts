import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Memory } from '../backend/memory.ts';
import { expectRejection, expectSame, type ContractCase } from './contract-case.ts';

/** What the tests of a backend supply. */
export interface MemoryBackendHarness {
  /**
   * A fresh, empty backend that keeps the text of each user message as it is: with a model in it, one
   * that answers with the last thing the user said.
   */
  readonly createBackend: () => MemoryBackend | PromiseLike<MemoryBackend>;
}

const tom = { userId: 'tom' };
const eve = { userId: 'eve' };
const observedAt = '2026-03-01T10:00:00.000Z';
const unknownId = '00000000-0000-4000-8000-000000000000';

/** The contract suite of memory backends. */
export const memoryBackendContract: readonly ContractCase<MemoryBackendHarness>[] = [
  {
    name: 'what was added is found by a search for it, with a relevance',
    check: async (harness) => {
      const backend = await open(harness, 'My sister lives in Lisbon', 'I play the cello');
      const [found] = await backend.search({ query: 'sister Lisbon', scope: tom, topK: 1 });
      expectSame(found?.text, 'My sister lives in Lisbon');
      const score = found?.score ?? -1;
      expectSame(score > 0 && score <= 1, true);
    },
  },
  {
    name: 'a search returns at most what it was asked for',
    check: async (harness) => {
      const backend = await open(harness, 'Cats purr', 'Cats jump', 'Cats sleep');
      expectSame((await backend.search({ query: 'cats', scope: tom, topK: 2 })).length, 2);
    },
  },
  {
    name: 'nobody finds, lists or deletes the memories of somebody else',
    check: async (harness) => {
      const backend = await open(harness, 'My sister lives in Lisbon');
      expectSame(await backend.search({ query: 'sister', scope: eve, topK: 5 }), []);
      expectSame(await backend.list({ scope: eve, limit: 5 }), []);
      await backend.deleteAll({ scope: eve });
      expectSame(await textsOf(backend, tom), ['My sister lives in Lisbon']);
    },
  },
  {
    name: 'a scope with more ids sees less, and one with fewer sees all',
    check: async (harness) => {
      const backend = await harness.createBackend();
      await add(backend, { scope: { ...tom, runId: 'one' }, text: 'I like tea' });
      await add(backend, { scope: { ...tom, runId: 'two' }, text: 'I like coffee' });
      expectSame(await textsOf(backend, { ...tom, runId: 'one' }), ['I like tea']);
      expectSame((await textsOf(backend, tom)).toSorted(), ['I like coffee', 'I like tea']);
    },
  },
  {
    name: 'ids may hold anything, white space and names of object properties included',
    check: async (harness) => {
      const backend = await harness.createBackend();
      const scopes = [{ userId: 'Tom Smith' }, { userId: '__proto__' }, { userId: '李 雷%20/..' }];
      for (const scope of scopes) {
        await add(backend, { scope, text: `I am ${scope.userId}` });
      }
      const lists = await Promise.all(
        scopes.map(async (scope) => backend.list({ scope, limit: 5 })),
      );
      expectSame(
        lists.map((list) => list.map(({ text, scope }) => [text, scope])),
        scopes.map((scope) => [[`I am ${scope.userId}`, scope]]),
      );
    },
  },
  {
    name: 'what was said in Chinese is found by a question in Chinese, in either writing',
    check: async (harness) => {
      const backend = await open(harness, '我妹妹住在里斯本', '我喜歡喝烏龍茶', '我每天早上跑步');
      const [tea] = await backend.search({ query: '喝什麼茶？', scope: tom, topK: 1 });
      const [sister] = await backend.search({ query: '妹妹住在哪里', scope: tom, topK: 1 });
      expectSame([tea?.text, sister?.text], ['我喜歡喝烏龍茶', '我妹妹住在里斯本']);
    },
  },
  {
    name: 'a scope in which nothing was said is empty, and no error',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      expectSame(await backend.search({ query: 'tea', scope: eve, topK: 5 }), []);
      expectSame(await backend.list({ scope: eve, limit: 5 }), []);
      await backend.deleteAll({ scope: eve });
      await add(backend, { scope: eve, text: '   ' });
      expectSame(await backend.list({ scope: eve, limit: 5 }), []);
    },
  },
  {
    name: 'many adds at once are all kept, and a list of more than a page has each of them once',
    check: async (harness) => {
      const backend = await harness.createBackend();
      const texts = Array.from({ length: 110 }, (_, index) => `Fact number ${index}`);
      await Promise.all(
        texts.map(async (content) =>
          backend.add({ scope: tom, observedAt, messages: [{ role: 'user', content }] }),
        ),
      );
      await settle(backend);
      const all = await backend.list({ scope: tom, limit: 500 });
      expectSame(all.map(({ text }) => text).toSorted(), texts.toSorted());
      expectSame(new Set(all.map(({ id }) => id)).size, texts.length);
      expectSame((await backend.list({ scope: tom, limit: 105 })).length, 105);
    },
  },
  {
    name: 'a very long text is kept, in pieces or as a whole, and nothing is made up',
    check: async (harness) => {
      const long = Array.from({ length: 4000 }, (_, index) => `Word ${index}.`).join(' ');
      const backend = await open(harness, long);
      const texts = await textsOf(backend, tom);
      expectSame(
        texts.length > 0 && texts.every((text) => text !== '' && long.includes(text)),
        true,
      );
    },
  },
  {
    name: 'a message whose content is no text is refused, because it would be stored as "[object Object]"',
    check: async (harness) => {
      const backend = await harness.createBackend();
      // A caller without types may hand in messages of the AI SDK.
      const messages: MemoryAddOptions['messages'] = JSON.parse(
        '[{ "role": "user", "content": [{ "type": "text", "text": "Hi" }] }]',
      );
      await expectRejection(backend.add({ scope: tom, observedAt, messages }));
    },
  },
  {
    name: 'a scope that names nobody is refused',
    check: async (harness) => {
      const backend = await harness.createBackend();
      // A caller without types may do this.
      const nobody: MemoryScope = JSON.parse('{}');
      await expectRejection(backend.list({ scope: nobody, limit: 1 }));
      await expectRejection(backend.search({ query: 'x', scope: nobody, topK: 1 }));
      await expectRejection(backend.deleteAll({ scope: nobody }));
      await expectRejection(add(backend, { scope: nobody, text: 'x' }));
    },
  },
  {
    name: 'a memory is read by its id, and an unknown id is nothing',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      const [memory] = await backend.list({ scope: tom, limit: 1 });
      expectSame((await backend.get({ id: memory?.id ?? '' }))?.text, 'I like tea');
      expectSame(await backend.get({ id: unknownId }), undefined);
    },
  },
  {
    name: 'an update is seen by get and by search, and keeps the scope',
    check: async (harness) => {
      const backend = await open(harness, 'I live in Lisbon');
      const { id } = await only(backend);
      await backend.update({ id, text: 'Now a resident of Porto' });
      expectSame((await backend.get({ id }))?.text, 'Now a resident of Porto');
      const [found] = await backend.search({ query: 'resident Porto', scope: tom, topK: 1 });
      expectSame([found?.id, found?.scope], [id, tom]);
    },
  },
  {
    name: 'an update of what is not there is refused',
    check: async (harness) => {
      const backend = await harness.createBackend();
      await expectRejection(backend.update({ id: unknownId, text: 'x' }));
    },
  },
  {
    name: 'a deleted memory is gone, and deleting it again or one that never was does nothing',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      await backend.delete({ id: unknownId });
      expectSame((await backend.history?.({ id: unknownId })) ?? [], []);
      const { id } = await only(backend);
      await backend.delete({ id });
      await backend.delete({ id });
      expectSame(await backend.get({ id }), undefined);
      expectSame(await backend.search({ query: 'tea', scope: tom, topK: 5 }), []);
    },
  },
  {
    name: 'deleteAll empties one scope, and of a narrower one only that',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea', 'I like rain');
      await add(backend, { scope: eve, text: 'I like snow' });
      const run = { ...tom, runId: 'one' };
      await add(backend, { scope: run, text: 'I like fog' });
      await backend.deleteAll({ scope: run });
      expectSame((await textsOf(backend, tom)).toSorted(), ['I like rain', 'I like tea']);
      await backend.deleteAll({ scope: tom });
      expectSame(await textsOf(backend, tom), []);
      expectSame(await textsOf(backend, eve), ['I like snow']);
    },
  },
  {
    name: 'a history, where one is kept, tells the changes with the newest first',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      if (backend.history === undefined) return;
      const { id } = await only(backend);
      await backend.update({ id, text: 'I like coffee' });
      const changes = await backend.history({ id });
      expectSame(
        changes.map(({ memoryId, type, after }) => [memoryId, type, after]),
        [
          [id, 'updated', 'I like coffee'],
          [id, 'added', 'I like tea'],
        ],
      );
    },
  },
  {
    name: 'a retry of messages with ids stores nothing twice',
    check: async (harness) => {
      const backend = await harness.createBackend();
      const first = { role: 'user', content: 'I like tea', id: 'one' } as const;
      const second = { role: 'user', content: 'I like rain', id: 'two' } as const;
      await backend.add({ scope: tom, observedAt, messages: [first] });
      await backend.add({ scope: tom, observedAt, messages: [first], isRetry: true });
      await backend.add({ scope: tom, observedAt, messages: [first, second], isRetry: true });
      await settle(backend);
      expectSame((await textsOf(backend, tom)).toSorted(), ['I like rain', 'I like tea']);
    },
  },
  {
    name: 'an aborted call is refused, and changes nothing',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      const { id } = await only(backend);
      const abortSignal = AbortSignal.abort(new Error('stop'));
      await expectRejection(backend.search({ query: 'x', scope: tom, topK: 1, abortSignal }));
      await expectRejection(add(backend, { scope: tom, text: 'x', abortSignal }));
      await expectRejection(backend.list({ scope: tom, limit: 1, abortSignal }));
      await expectRejection(backend.get({ id, abortSignal }));
      await expectRejection(backend.update({ id, text: 'I like rain', abortSignal }));
      await expectRejection(backend.delete({ id, abortSignal }));
      await expectRejection(backend.deleteAll({ scope: tom, abortSignal }));
      expectSame(await textsOf(backend, tom), ['I like tea']);
    },
  },
];

async function open(
  harness: MemoryBackendHarness,
  ...texts: readonly string[]
): Promise<MemoryBackend> {
  const backend = await harness.createBackend();
  for (const text of texts) {
    await add(backend, { scope: tom, text });
  }
  return backend;
}

interface AddText extends Pick<MemoryAddOptions, 'scope' | 'abortSignal'> {
  readonly text: string;
}

async function add(backend: MemoryBackend, { text, ...options }: AddText): Promise<void> {
  await backend.add({ ...options, observedAt, messages: [{ role: 'user', content: text }] });
  await settle(backend);
}

async function settle(backend: MemoryBackend): Promise<void> {
  await backend.flush?.();
}

async function textsOf(backend: MemoryBackend, scope: MemoryScope): Promise<string[]> {
  return (await backend.list({ scope, limit: 100 })).map(({ text }) => text);
}

async function only(backend: MemoryBackend): Promise<Memory> {
  const [memory] = await backend.list({ scope: tom, limit: 2 });
  if (memory === undefined) throw new Error('Expected one memory, observed none');
  return memory;
}
