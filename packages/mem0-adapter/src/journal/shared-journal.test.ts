import { describe, expect, test } from 'vitest';
import { batches, open, say, settle, tom } from '../../test/open-durable-memory.ts';
import { createMemoryJournal } from './create-memory-journal.ts';
import type { Journal } from './journal.ts';

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
