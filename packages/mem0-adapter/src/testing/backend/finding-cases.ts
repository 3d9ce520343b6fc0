import { expectSame, type ContractCase } from '../contract-case.ts';
import { add, eve, open, tom, unknownId, type MemoryBackendHarness } from './backend-harness.ts';

/** What is found, and what is not. */
export const findingCases: readonly ContractCase<MemoryBackendHarness>[] = [
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
    name: 'a memory is read by its id, and an unknown id is nothing',
    check: async (harness) => {
      const backend = await open(harness, 'I like tea');
      const [memory] = await backend.list({ scope: tom, limit: 1 });
      expectSame((await backend.get({ id: memory?.id ?? '' }))?.text, 'I like tea');
      expectSame(await backend.get({ id: unknownId }), undefined);
    },
  },
];
