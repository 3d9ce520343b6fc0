import type { MemoryRecordStore } from '../local/memory-record-store.ts';
import type { MemoryRecord } from '../local/memory-record.ts';
import { expectSame, type ContractCase } from './contract-case.ts';

/** What the tests of a driver supply. */
export interface MemoryRecordStoreHarness {
  /** A fresh, empty store. */
  readonly createStore: () => MemoryRecordStore | PromiseLike<MemoryRecordStore>;
}

const tom = { userId: 'tom' };
const eve = { userId: 'eve' };

/** The contract suite of the stores of `localMemory`. */
export const memoryRecordStoreContract: readonly ContractCase<MemoryRecordStoreHarness>[] = [
  {
    name: 'a record comes back as it was, in full',
    check: async ({ createStore }) => {
      const store = await createStore();
      const full: MemoryRecord = {
        id: 'a',
        kind: 'fact',
        text: '她住在里斯本 🙂',
        scope: { userId: 'tom', agentId: 'cook', runId: 'r 1' },
        conversation: '__proto__',
        attributedTo: 'assistant',
        createdAt: '2026-03-01T10:00:00.000Z',
        updatedAt: '2026-03-02T10:00:00.000Z',
        vector: [0.5, -0.25, 0],
        metadata: { source: { deep: [1, null, true] } },
      };
      await store.write({ put: [full] });
      const found = await store.get('a');
      expectSame(found, full);
      expectSame(await store.get('b'), undefined);
    },
  },
  {
    name: 'records are listed in the order in which they came, also after a change',
    check: async ({ createStore }) => {
      const store = await createStore();
      await store.write({ put: [record('b'), record('a')] });
      await store.write({ put: [record('c')] });
      await store.write({ put: [record('b', { text: 'changed' })] });
      const list = await store.list(tom);
      expectSame(
        list.map(({ id, text }) => [id, text]),
        [
          ['b', 'changed'],
          ['a', 'text of a'],
          ['c', 'text of c'],
        ],
      );
    },
  },
  {
    name: 'a list holds the records that carry every id asked for',
    check: async ({ createStore }) => {
      const store = await createStore();
      await store.write({
        put: [
          record('a', { scope: { userId: 'tom', runId: 'one' } }),
          record('b', { scope: { userId: 'tom', runId: 'two' } }),
          record('c', { scope: { userId: 'eve', runId: 'one' } }),
        ],
      });
      expectSame(await idsOf(store, tom), ['a', 'b']);
      expectSame(await idsOf(store, { runId: 'one' }), ['a', 'c']);
      expectSame(await idsOf(store, { userId: 'eve', runId: 'two' }), []);
    },
  },
  {
    name: 'records are deleted by id and by scope',
    check: async ({ createStore }) => {
      const store = await createStore();
      await store.write({ put: [record('a'), record('b'), record('c', { scope: eve })] });
      await store.write({ deleteIds: ['a', 'unknown'] });
      expectSame(await idsOf(store, tom), ['b']);
      await store.write({ deleteScope: tom });
      expectSame([await idsOf(store, tom), await idsOf(store, eve)], [[], ['c']]);
    },
  },
  {
    name: 'the revision of a scope moves with every kind of write, and never back',
    check: async ({ createStore }) => {
      const store = await createStore();
      const seen = [await store.revision(tom)];
      for (const write of [
        { put: [record('a')] },
        { put: [record('a', { text: 'changed' })] },
        { deleteIds: ['a'] },
        { put: [record('a')] },
        { deleteScope: tom },
      ]) {
        await store.write(write);
        seen.push(await store.revision(tom));
      }
      expectSame(new Set(seen).size, seen.length);
      expectSame(await store.revision(tom), seen.at(-1));
    },
  },
  {
    name: 'changes are told newest first, stay when the record goes, and go with its scope',
    check: async ({ createStore }) => {
      const store = await createStore();
      const changedAt = '2026-03-01T10:00:00.000Z';
      const added = { memoryId: 'a', type: 'added', after: 'one', changedAt } as const;
      const deleted = { memoryId: 'a', type: 'deleted', before: 'one', changedAt } as const;
      await store.write({ put: [record('a')], changes: [added] });
      await store.write({ deleteIds: ['a'], changes: [deleted] });
      const types = (await store.changes('a')).map(({ type }) => type);
      expectSame(types, ['deleted', 'added']);
      await store.write({ put: [record('c')], changes: [{ ...added, memoryId: 'c' }] });
      await store.write({ deleteScope: tom });
      expectSame(await store.changes('c'), []);
      expectSame(await store.changes('b'), []);
    },
  },
];

function record(id: string, facts: Partial<MemoryRecord> = {}): MemoryRecord {
  return {
    id,
    kind: 'turn',
    text: `text of ${id}`,
    scope: tom,
    conversation: 'one',
    createdAt: '2026-03-01T10:00:00.000Z',
    ...facts,
  };
}

async function idsOf(store: MemoryRecordStore, scope: MemoryRecord['scope']): Promise<string[]> {
  return (await store.list(scope)).map(({ id }) => id);
}
