import type { Journal, JournalEntry, PendingJournalEntry } from '../journal/journal.ts';
import { expectSame, type ContractCase } from './contract-case.ts';

/** What the tests of a driver supply. */
export interface JournalHarness {
  /** A fresh, empty journal. */
  readonly createJournal: () => Journal | PromiseLike<Journal>;
  /** The same journal as another process would find it; absent where it does not outlive this one. */
  readonly reopen?: (journal: Journal) => Journal | PromiseLike<Journal>;
}

const tom = { userId: 'tom' };

/** The contract suite of journals. */
export const journalContract: readonly ContractCase<JournalHarness>[] = [
  {
    name: 'an entry comes back as it was, with no failure counted',
    check: async (harness) => {
      const journal = await open(harness);
      const entry: JournalEntry = {
        key: 'one',
        scope: { userId: 'Tom 🙂', agentId: 'a', runId: 'r' },
        messages: [
          { role: 'user', content: 'line\nbreak\u2028 and "quotes"', id: 'm1' },
          { role: 'assistant', content: '好' },
        ],
        observedAt: '2026-03-01T10:00:00.000Z',
        conversation: '__proto__',
        metadata: { deep: [1, { x: null }] },
      };
      await journal.append(entry);
      const [found] = await reopened(harness, journal).then(async (each) =>
        each.pending({ limit: 9 }),
      );
      expectSame(found, { ...entry, failureCount: 0 });
    },
  },
  {
    name: 'appending a known key changes nothing, whether it waits, failed or was given up',
    check: async (harness) => {
      const journal = await open(harness, 'a', 'b');
      await journal.fail({ key: 'a', message: 'down', isRetryable: true });
      await journal.fail({ key: 'b', message: 'poison', isRetryable: false });
      await journal.append(entryOf('a'));
      await journal.append(entryOf('b'));
      expectSame(await told(journal), { pending: ['a 1 down'], dead: ['b 1 poison'] });
    },
  },
  {
    name: 'entries wait in the order in which they came, up to the limit, of one scope where asked',
    check: async (harness) => {
      const journal = await open(harness, 'c', 'a', 'b');
      await journal.append(entryOf('d', { userId: 'tom', runId: 'r' }));
      expectSame(await keysOf(journal, 9), ['c', 'a', 'b', 'd']);
      expectSame(await keysOf(journal, 2), ['c', 'a']);
      const ofTom = await journal.pending({ limit: 9, scope: tom });
      expectSame(
        ofTom.map(({ key }) => key),
        ['c', 'a', 'b'],
      );
    },
  },
  {
    name: 'what is acknowledged is forgotten, and unknown keys are let be',
    check: async (harness) => {
      const journal = await open(harness, 'a', 'b');
      await journal.ack('a');
      await journal.ack('unknown');
      await journal.fail({ key: 'unknown', message: 'x', isRetryable: true });
      await journal.revive('unknown');
      expectSame(await told(await reopened(harness, journal)), { pending: ['b 0'], dead: [] });
    },
  },
  {
    name: 'failures are counted, and the last one is told',
    check: async (harness) => {
      const journal = await open(harness, 'a');
      await journal.fail({ key: 'a', message: 'one', isRetryable: true });
      await journal.fail({ key: 'a', message: 'two', isRetryable: true });
      expectSame(await told(await reopened(harness, journal)), { pending: ['a 2 two'], dead: [] });
    },
  },
  {
    name: 'what is given up waits for a person, and is revived as if new',
    check: async (harness) => {
      const journal = await open(harness, 'a', 'b');
      await journal.fail({ key: 'a', message: 'one', isRetryable: true });
      await journal.fail({ key: 'a', message: 'two', isRetryable: false });
      const next = await reopened(harness, journal);
      expectSame(await told(next), { pending: ['b 0'], dead: ['a 2 two'] });
      await next.revive('a');
      const last = await reopened(harness, next);
      const { pending, dead } = await told(last);
      expectSame([pending.toSorted(), dead], [['a 0', 'b 0'], []]);
    },
  },
  {
    name: 'a leased scope, where there are leases, is kept from others until it is given back',
    check: async (harness) => {
      const journal = await harness.createJournal();
      if (journal.lease === undefined) return;
      const other = await reopened(harness, journal);
      const held = await journal.lease(tom);
      expectSame(typeof held, 'object');
      expectSame(await other.lease?.(tom), undefined);
      const elsewhere = await other.lease?.({ ...tom, runId: 'r' });
      expectSame(typeof elsewhere, 'object');
      expectSame(await held?.renew(), true);
      await held?.release();
      const second = await other.lease?.(tom);
      expectSame(typeof second, 'object');
      await Promise.all([elsewhere?.release(), second?.release()]);
    },
  },
  {
    name: 'a hundred appends at once are all kept',
    check: async (harness) => {
      const journal = await harness.createJournal();
      const keys = Array.from({ length: 100 }, (_, index) => `key-${index}`);
      await Promise.all(keys.map(async (key) => journal.append(entryOf(key))));
      expectSame(await keysOf(await reopened(harness, journal), 200), keys);
    },
  },
];

async function open(harness: JournalHarness, ...keys: readonly string[]): Promise<Journal> {
  const journal = await harness.createJournal();
  for (const key of keys) {
    await journal.append(entryOf(key));
  }
  return journal;
}

async function reopened({ reopen }: JournalHarness, journal: Journal): Promise<Journal> {
  return reopen === undefined ? journal : reopen(journal);
}

function entryOf(key: string, scope: JournalEntry['scope'] = tom): JournalEntry {
  const messages = [{ role: 'user', content: `I am ${key}` }] as const;
  return { key, scope, messages, observedAt: '2026-03-01T10:00:00.000Z' };
}

async function keysOf(journal: Journal, limit: number): Promise<string[]> {
  return (await journal.pending({ limit })).map(({ key }) => key);
}

async function told(
  journal: Journal,
): Promise<{ readonly pending: string[]; readonly dead: string[] }> {
  return {
    pending: (await journal.pending({ limit: 9 })).map(line),
    dead: (await journal.dead({ limit: 9 })).map(line),
  };
}

function line({ key, failureCount, lastFailure }: PendingJournalEntry): string {
  return [key, failureCount, lastFailure].filter((part) => part !== undefined).join(' ');
}
