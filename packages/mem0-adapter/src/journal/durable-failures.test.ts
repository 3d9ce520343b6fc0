import { describe, expect, test, vi } from 'vitest';
import { batches, open, say, settle, tom } from '../../test/open-durable-memory.ts';
import type { MemoryBackend } from '../backend/memory-backend.ts';
import { localMemory } from '../local/local-memory.ts';
import { createMemoryJournal } from './create-memory-journal.ts';
import { MemoryPendingError } from './memory-pending-error.ts';

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
