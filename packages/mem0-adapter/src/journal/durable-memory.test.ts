import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batches, open, say, settle, tom } from '../../test/open-durable-memory.ts';
import type { MemoryBackend } from '../backend/memory-backend.ts';
import { localMemory } from '../local/local-memory.ts';
import { journalContract } from '../testing/journal-contract.ts';
import { memoryBackendContract } from '../testing/memory-backend-contract.ts';
import { createMemoryJournal } from './create-memory-journal.ts';
import { retryDelay } from './retry-delay.ts';

test.each(journalContract)('the journal in memory: $name', async ({ check }) => {
  await expect(check({ createJournal: createMemoryJournal })).resolves.toBeUndefined();
});

test.each(memoryBackendContract)('is a backend like any other: $name', async ({ check }) => {
  await expect(check({ createBackend: () => open().memory })).resolves.toBeUndefined();
});

describe('after a crash', () => {
  test('a new process stores what the old one left, marked as a retry', async () => {
    const first = open();
    await say(first.memory, 'one', { conversation: 'a' });
    const second = open({ journal: first.journal });

    await second.memory.replay();

    expect(second.adds).toMatchObject([{ isRetry: true, conversation: 'a' }]);
    expect(await second.memory.list({ scope: tom, limit: 9 })).toMatchObject([{ text: 'one' }]);
  });

  test('a message keeps its id in whatever batch it goes out again', async () => {
    const { memory, adds, outcome } = open({ batch: { maxMessages: 1 } });
    outcome.failure = new Error('down');
    await say(memory, 'one');
    await settle();
    outcome.failure = undefined;
    await memory.flush();

    const ids = adds.map(({ messages }) => messages[0]?.id);
    expect(ids[0]).toBeTruthy();
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});

test('after close nothing is tried any more, whatever was under way', async () => {
  const fail: (() => void)[] = [];
  const { memory, timers } = open({
    backend: {
      ...localMemory(),
      add: async () =>
        new Promise<never>((_resolve, reject) => {
          fail.push(() => reject(new Error('late')));
        }),
    },
  });
  await say(memory, 'one');
  await memory.close({ timeoutMs: 5 });
  for (const reject of fail) reject();
  await settle();

  expect(timers.size).toBe(0);
});

test('deleting a scope also deletes what waits for it', async () => {
  const { memory, journal, adds } = open();
  await say(memory, 'one', { scope: { ...tom, runId: 'r' } });
  await say(memory, 'two', { scope: { userId: 'eve' } });

  await memory.deleteAll({ scope: tom });
  await memory.flush();

  expect(batches(adds)).toEqual([['two']]);
  expect(await journal.pending({ limit: 9 })).toEqual([]);
});

test('close stores what it can in time, and leaves the rest in the journal', async () => {
  const stuck = open({
    backend: { ...localMemory(), add: async () => new Promise<never>(() => {}) },
  });
  await say(stuck.memory, 'one');
  await stuck.memory.close({ timeoutMs: 10 });

  expect(await stuck.journal.pending({ limit: 9 })).toHaveLength(1);
  expect(stuck.timers.size).toBe(0);
});

test('a wait is between nothing and its ceiling, which doubles up to a limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failureCount, share) => {
        const delayMs = retryDelay({ failureCount, random: () => share });
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(Math.min(300_000, 1000 * 2 ** (failureCount - 1)));
      },
    ),
  );
});

test('whatever fails and in whatever order, each message is stored once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ conversation: fc.constantFrom('a', 'b'), isFlushed: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.array(fc.constantFrom('ok', 'before', 'after'), { maxLength: 20 }),
      async (said, faults) => {
        const local = localMemory();
        const left = [...faults];
        const backend: MemoryBackend = {
          ...local,
          async add(add) {
            const fault = left.shift() ?? 'ok';
            if (fault === 'before') throw new Error('before');
            const result = await local.add(add);
            if (fault === 'after') throw new Error('after');
            return result;
          },
        };
        const { memory } = open({ backend, batch: { maxMessages: 3 }, retry: { maxFailures: 99 } });
        for (const [index, { conversation, isFlushed }] of said.entries()) {
          await say(memory, `message ${index}`, { conversation });
          if (isFlushed) await memory.flush().catch(() => {});
        }
        for (let round = 0; round <= faults.length; round += 1)
          await memory.flush().catch(() => {});

        const texts = (await memory.list({ scope: tom, limit: 99 })).map(({ text }) => text);
        expect(texts.toSorted()).toEqual(said.map((_, index) => `message ${index}`).toSorted());
      },
    ),
    { numRuns: 60 },
  );
});
