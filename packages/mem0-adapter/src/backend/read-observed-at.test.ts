import { expect, test } from 'vitest';
import { createMemoryJournal } from '../journal/create-memory-journal.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import { localMemory } from '../local/local-memory.ts';
import { mem0Platform } from '../platform/mem0-platform.ts';
import type { MemoryAddOptions, MemoryBackend } from './memory-backend.ts';

const backend = localMemory();
const backends: Record<string, MemoryBackend> = {
  localMemory: backend,
  durableMemory: durableMemory({ backend, journal: createMemoryJournal() }),
  mem0Platform: mem0Platform({ apiKey: 'm0-test', fetch: async () => new Response('[]') }),
};

/** An add of a caller without types: the moment as JSON, or none. */
function added(moment: string): MemoryAddOptions {
  const messages = [{ role: 'user', content: 'I like tea' }] as const;
  return { scope: { userId: 'tom' }, messages, observedAt: JSON.parse(moment) };
}

test.each(
  Object.keys(backends).flatMap((name) => [
    { name, moment: 'null', given: 'object' },
    { name, moment: '20260305', given: 'number' },
    { name, moment: '"yesterday"', given: 'a text that is no date' },
    { name, moment: '"5"', given: 'a text that is no date' },
    { name, moment: '"2026-13-01"', given: 'a text that is no date' },
  ]),
)('$name refuses an observedAt of $moment', async ({ name, moment, given }) => {
  await expect(backends[name]?.add(added(moment))).rejects.toThrow(`\`observedAt\` is ${given}`);
});

test.each(['"2024-06-01"', '"2026-03-05T09:00:00Z"', '"2026-03-05T09:00:00.000+08:00"'])(
  '%s is a moment',
  async (moment) => {
    await expect(localMemory().add(added(moment))).resolves.toMatchObject({ type: 'stored' });
  },
);
