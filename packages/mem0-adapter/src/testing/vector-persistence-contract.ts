import { createInMemoryVectorStore } from '../mem0/create-in-memory-vector-store.ts';
import type { VectorPersistence } from '../mem0/vector-persistence.ts';
import { expectSame, type ContractCase } from './contract-case.ts';

/** What the tests of a driver supply. */
export interface VectorPersistenceHarness {
  /** A fresh, empty collection. */
  readonly createPersistence: () => VectorPersistence | PromiseLike<VectorPersistence>;
}

/** The contract suite of what keeps Mem0's vectors. Numbers may be rounded to 32 bits. */
export const vectorPersistenceContract: readonly ContractCase<VectorPersistenceHarness>[] = [
  {
    name: 'vectors come back as they were, in order, and a change keeps its place',
    check: async ({ createPersistence }) => {
      const persistence = await createPersistence();
      const a = {
        id: 'a',
        vector: [0.5, -0.25, 0],
        payload: { data: '她 🙂', n: { x: [1, null] } },
      };
      const b = { id: 'b', vector: [1, 0, 0], payload: { data: 'b' } };
      await persistence.put([a]);
      await persistence.put([b]);
      await persistence.put([{ ...a, vector: [0, 0, 1] }]);
      expectSame(await persistence.load(), [{ ...a, vector: [0, 0, 1] }, b]);
    },
  },
  {
    name: 'what is deleted or cleared is gone',
    check: async ({ createPersistence }) => {
      const persistence = await createPersistence();
      const ids = ['a', 'b', 'c'];
      await persistence.put(ids.map((id) => ({ id, vector: [1], payload: {} })));
      await persistence.delete('b');
      await persistence.delete('unknown');
      expectSame(
        (await persistence.load()).map(({ id }) => id),
        ['a', 'c'],
      );
      await persistence.clear();
      expectSame(await persistence.load(), []);
    },
  },
  {
    name: 'a vector store over it finds in the next process what this one put in',
    check: async ({ createPersistence }) => {
      const persistence = await createPersistence();
      const first = createInMemoryVectorStore({ persistence });
      await first.initialize();
      const payloads = [{ user_id: 'tom' }, { user_id: 'eve' }, { user_id: 'tom' }];
      await first.insert(
        [
          [1, 0],
          [1, 0],
          [0, 1],
        ],
        ['a', 'b', 'c'],
        payloads,
      );
      await first.update('c', [1, 1], { user_id: 'tom', data: 'changed' });
      await first.delete('a');
      const second = createInMemoryVectorStore({ persistence });
      await second.initialize();
      const found = await second.search([0, 1], 5, { user_id: 'tom' });
      expectSame(
        found.map(({ id, payload }) => [id, payload['data']]),
        [['c', 'changed']],
      );
    },
  },
];
