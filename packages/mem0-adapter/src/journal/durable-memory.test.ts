import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import { localMemory } from '../local/local-memory.ts';
import { journalContract } from '../testing/journal-contract.ts';
import { memoryBackendContract } from '../testing/memory-backend-contract.ts';
import { createMemoryJournal } from './create-memory-journal.ts';
import type { Journal } from './journal.ts';
import type { DurableMemoryEvent, DurableMemoryOptions } from './durable-memory-options.ts';
import { durableMemory } from './durable-memory.ts';
import { MemoryPendingError } from './memory-pending-error.ts';
import { retryDelay } from './retry-delay.ts';

const tom = { userId: 'tom' };
const observedAt = '2026-03-01T10:00:00.000Z';

interface Timer {
  readonly run: () => void;
  readonly delayMs: number;
}

/** A durable memory whose timers fire when the test says so, over a backend that does what it is told. */
function open(options: Partial<DurableMemoryOptions> = {}) {
  const events: DurableMemoryEvent[] = [];
  const timers = new Set<Timer>();
  const adds: MemoryAddOptions[] = [];
  const outcome = { failure: undefined as Error | undefined };
  const local = localMemory();
  const backend: MemoryBackend = {
    ...local,
    async add(add) {
      adds.push(add);
      if (outcome.failure !== undefined) throw outcome.failure;
      return local.add(add);
    },
  };
  const journal = createMemoryJournal();
  const memory = durableMemory({
    backend,
    journal,
    random: () => 1,
    now: () => 0,
    onEvent: (event) => events.push(event),
    schedule(run, delayMs) {
      const timer = { run, delayMs };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    ...options,
  });
  return { memory, journal, events, timers, adds, outcome, backend };
}

async function say(memory: MemoryBackend, content: string, more: Partial<MemoryAddOptions> = {}) {
  const messages = [{ role: 'user', content } as const];
  return memory.add({ scope: tom, observedAt, messages, ...more });
}

function batches(adds: readonly MemoryAddOptions[]): string[][] {
  return adds.map(({ messages }) => messages.map(({ content }) => content));
}

/** Until everything that can go on by itself has. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

test.each(journalContract)('the journal in memory: $name', async ({ check }) => {
  await expect(check({ createJournal: createMemoryJournal })).resolves.toBeUndefined();
});

test.each(memoryBackendContract)('is a backend like any other: $name', async ({ check }) => {
  await expect(check({ createBackend: () => open().memory })).resolves.toBeUndefined();
});

describe('batches', () => {
  test('wait until a conversation is idle, and go out as one add', async () => {
    const { memory, timers, adds, events } = open();
    expect(await say(memory, 'one')).toEqual({ type: 'accepted' });
    await say(memory, 'two');
    await settle();
    expect(adds).toEqual([]);
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([30_000]);

    for (const { run } of timers) run();
    await settle();

    expect(batches(adds)).toEqual([['one', 'two']]);
    expect(events).toEqual([{ type: 'stored', entryCount: 2, messageCount: 2, durationMs: 0 }]);
  });

  test('go out at once when they are full', async () => {
    const { memory, adds } = open({ batch: { maxMessages: 3 } });
    for (const content of ['one', 'two', 'three', 'four']) await say(memory, content);
    await settle();

    expect(batches(adds)).toEqual([['one', 'two', 'three']]);
    await memory.flush();
    expect(batches(adds)).toEqual([['one', 'two', 'three'], ['four']]);
  });

  test('leave what is said while a full one is stored to wait for its own', async () => {
    const finish: (() => void)[] = [];
    const adds: MemoryAddOptions[] = [];
    const backend: MemoryBackend = {
      ...localMemory(),
      add: async (add) => {
        adds.push(add);
        return new Promise((resolve) => {
          finish.push(() => resolve({ type: 'stored', memories: [] }));
        });
      },
    };
    const { memory, timers } = open({ backend, batch: { maxMessages: 2 } });
    for (const content of ['one', 'two']) await say(memory, content);
    await settle();
    await say(memory, 'three');
    for (const resolve of finish) resolve();
    await settle();
    expect(batches(adds)).toEqual([['one', 'two']]);
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([30_000]);

    await say(memory, 'four');
    await settle();
    expect(batches(adds).at(-1)).toEqual(['three', 'four']);
  });

  test('of a conversation that another one followed go out too, and that one waits', async () => {
    const { memory, adds, timers } = open({ batch: { maxMessages: 3 } });
    await say(memory, 'a1', { conversation: 'a' });
    await say(memory, 'a2', { conversation: 'a' });
    await say(memory, 'b1', { conversation: 'b' });
    await settle();

    expect(batches(adds)).toEqual([['a1', 'a2']]);
    expect(timers.size).toBe(1);
    for (const { run } of timers) run();
    await settle();
    expect(batches(adds)).toEqual([['a1', 'a2'], ['b1']]);
  });

  test('never mix conversations, days or kinds', async () => {
    const { memory, adds } = open();
    await say(memory, 'a1', { conversation: 'a' });
    await say(memory, 'a2', { conversation: 'a' });
    await say(memory, 'b1', { conversation: 'b' });
    await say(memory, 'b2', { conversation: 'b', observedAt: '2026-03-02T10:00:00.000Z' });
    await say(memory, 'b3', {
      conversation: 'b',
      observedAt: '2026-03-02T11:00:00.000Z',
      metadata: { x: 1 },
    });
    await memory.flush();

    expect(batches(adds)).toEqual([['a1', 'a2'], ['b1'], ['b2'], ['b3']]);
  });

  test('of one scope go out one after the other, of two scopes side by side', async () => {
    let running = 0;
    let most = 0;
    const backend: MemoryBackend = {
      ...localMemory(),
      async add() {
        running += 1;
        most = Math.max(most, running);
        await settle();
        running -= 1;
        return { type: 'stored', memories: [] };
      },
    };
    const one = open({ backend, batch: { maxMessages: 1 } });
    await Promise.all(['a', 'b', 'c'].map(async (content) => say(one.memory, content)));
    await one.memory.flush();
    expect(most).toBe(1);

    const eve = { scope: { userId: 'eve' } };
    await Promise.all([say(one.memory, 'd'), say(one.memory, 'e', eve)]);
    await one.memory.flush();
    expect(most).toBe(2);
  });
});

describe('a failure', () => {
  test('is slept off with growing waits, and then the entries are stored as a retry', async () => {
    const { memory, timers, adds, outcome, events, journal } = open({ batch: { maxMessages: 1 } });
    outcome.failure = new Error('cannot keep "I like tea so much"');
    await say(memory, 'I like tea so much');
    await settle();
    for (const { run } of timers) run();
    await settle();
    outcome.failure = undefined;
    for (const { run } of timers) run();
    await settle();

    expect(events).toMatchObject([
      { type: 'failed', retryInMs: 1000 },
      { type: 'failed', retryInMs: 2000 },
      { type: 'stored', entryCount: 1 },
    ]);
    expect(adds.map(({ isRetry }) => isRetry)).toEqual([false, true, true]);
    expect(JSON.stringify(events)).not.toContain('tea');
    expect(await journal.pending({ limit: 9 })).toEqual([]);
    expect(timers.size).toBe(0);
  });

  test('is also to hang: the add is aborted in time, and the scope is free again', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const local = localMemory();
    const backend: MemoryBackend = {
      ...local,
      add: async (add) => {
        signals.push(add.abortSignal);
        return signals.length === 1 ? new Promise(() => {}) : local.add(add);
      },
    };
    const { memory, events } = open({ backend, retry: { timeoutMs: 5 } });
    await say(memory, 'one');
    await expect(memory.flush()).rejects.toMatchObject({ pendingCount: 1 });
    await memory.flush();

    expect(signals[0]?.aborted).toBe(true);
    expect(events).toMatchObject([
      { type: 'failed', message: 'no answer within 5 ms' },
      { type: 'stored' },
    ]);
  });

  test('is not hurried by what is said meanwhile', async () => {
    const { memory, adds, outcome } = open({ batch: { maxMessages: 1 } });
    outcome.failure = new Error('down');
    await say(memory, 'one');
    await settle();
    await say(memory, 'two');
    await settle();

    expect(batches(adds)).toEqual([['one']]);
  });

  test('that does not pass ends among the dead, lets the others through, and can be replayed', async () => {
    const { memory, adds, outcome, events, journal } = open({ retry: { maxFailures: 2 } });
    outcome.failure = new Error('poison');
    await say(memory, 'one');
    await expect(memory.flush()).rejects.toSatisfy((error) => MemoryPendingError.isInstance(error));
    await memory.flush();
    expect(events.at(-1)).toMatchObject({ type: 'dead', message: 'poison' });
    expect(await journal.dead({ limit: 9 })).toMatchObject([{ failureCount: 2 }]);

    outcome.failure = undefined;
    await say(memory, 'two');
    await memory.flush();
    await memory.replay();
    expect(batches(adds).at(-1)).toEqual(['two']);

    await memory.replay({ withDead: true });
    expect(batches(adds).at(-1)).toEqual(['one']);
    expect(await journal.dead({ limit: 9 })).toEqual([]);
  });

  test('of the journal makes the add wait for the backend, and is told', async () => {
    const journal = createMemoryJournal();
    journal.append = async () => Promise.reject(new Error('ENOSPC'));
    const { memory, adds, events } = open({ journal });

    expect(await say(memory, 'one')).toMatchObject({ type: 'stored' });
    expect(batches(adds)).toEqual([['one']]);
    expect(events).toEqual([{ type: 'journal-failed', message: 'ENOSPC' }]);
  });

  test('of the journal after the entry was written stores it once all the same', async () => {
    const journal = createMemoryJournal();
    const append = journal.append.bind(journal);
    journal.append = async (entry) => {
      await append(entry);
      throw new Error('no answer of the disk');
    };
    const { memory } = open({ journal });

    await say(memory, 'one');
    await memory.flush();
    expect(await memory.list({ scope: tom, limit: 9 })).toHaveLength(1);
    expect(await journal.pending({ limit: 9 })).toEqual([]);
  });

  test('of reading the journal is told, and tried again later', async () => {
    const journal = createMemoryJournal();
    const pending = vi.spyOn(journal, 'pending').mockRejectedValue(new Error('EIO'));
    const { memory, events, timers } = open({ journal, batch: { maxMessages: 1 } });
    await say(memory, 'one');
    await settle();
    expect(events).toEqual([{ type: 'journal-failed', message: 'EIO' }]);

    pending.mockRestore();
    for (const { run } of timers) run();
    await settle();
    expect(events.at(-1)).toMatchObject({ type: 'stored' });
  });
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

describe('a journal that processes share', () => {
  test('is asked for the scope before a batch, and gets it back, also after a failure', async () => {
    const held: string[] = [];
    const journal: Journal = {
      ...createMemoryJournal(),
      async lease(scope) {
        held.push(`take ${scope.userId}`);
        return {
          renew: async () => true,
          release: async () => void held.push(`release ${scope.userId}`),
        };
      },
    };
    const { memory, adds, outcome } = open({ journal });
    outcome.failure = new Error('down');
    await say(memory, 'one');
    await memory.flush().catch(() => {});
    outcome.failure = undefined;
    await memory.flush();

    expect(held).toEqual(['take tom', 'release tom', 'take tom', 'release tom']);
    // Another process may have tried it and died.
    expect(adds.map(({ isRetry }) => isRetry)).toEqual([true, true]);
  });

  test('that gave the scope to another one meanwhile ends the work before the next batch', async () => {
    const renewals = [true, false, true, true];
    const journal: Journal = {
      ...createMemoryJournal(),
      lease: async () => ({
        renew: async () => renewals.shift() ?? true,
        release: async () => {},
      }),
    };
    const { memory, adds, events } = open({ journal });
    await say(memory, 'one', { conversation: 'a' });
    await say(memory, 'two', { conversation: 'b' });
    await memory.flush().catch(() => {});
    expect(batches(adds)).toEqual([['one']]);
    expect(events.at(-1)).toMatchObject({ type: 'journal-failed' });

    await memory.flush();
    expect(batches(adds)).toEqual([['one'], ['two']]);
  });

  test('that does not give the scope is told, and asked again later', async () => {
    let isKept = true;
    const journal: Journal = {
      ...createMemoryJournal(),
      lease: async () =>
        isKept ? undefined : { renew: async () => true, release: async () => {} },
    };
    const { memory, events, timers, adds } = open({ journal });
    await say(memory, 'one');
    await expect(memory.flush()).rejects.toMatchObject({ pendingCount: 1 });
    expect(events).toMatchObject([{ type: 'journal-failed' }]);
    await expect(memory.deleteAll({ scope: tom })).rejects.toThrow('Another process');

    isKept = false;
    for (const { run } of timers) run();
    await settle();
    expect(batches(adds)).toEqual([['one']]);
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
