import type { MemoryAddOptions } from '../../backend/memory-backend.ts';
import { expectRejection, expectSame, type ContractCase } from '../contract-case.ts';
import {
  add,
  observedAt,
  only,
  open,
  settle,
  textsOf,
  tom,
  type MemoryBackendHarness,
} from './backend-harness.ts';

/** What an add keeps, whatever is added and however often. */
export const writingCases: readonly ContractCase<MemoryBackendHarness>[] = [
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
