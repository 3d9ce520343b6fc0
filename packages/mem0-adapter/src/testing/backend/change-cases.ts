import { expectRejection, expectSame, type ContractCase } from '../contract-case.ts';
import { only, open, tom, unknownId, type MemoryBackendHarness } from './backend-harness.ts';

/** What becomes of a memory afterwards. */
export const changeCases: readonly ContractCase<MemoryBackendHarness>[] = [
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
];
