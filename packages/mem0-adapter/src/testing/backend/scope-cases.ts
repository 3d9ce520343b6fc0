import type { MemoryScope } from '../../backend/memory-scope.ts';
import { expectRejection, expectSame, type ContractCase } from '../contract-case.ts';
import { add, eve, open, textsOf, tom, type MemoryBackendHarness } from './backend-harness.ts';

/** Whose memories somebody sees, and whose never. */
export const scopeCases: readonly ContractCase<MemoryBackendHarness>[] = [
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
];
