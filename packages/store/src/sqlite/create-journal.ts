import type { DatabaseSync } from 'node:sqlite';
import type { Journal, JournalEntry, PendingJournalEntry } from '@tierwise/mem0-adapter';
import { leaseScope } from './lease-scope.ts';
import { scopeName } from './scope-name.ts';

export interface CreateJournalOptions {
  readonly database: DatabaseSync;
  /** A scope that was being stored is free again so long after its process died. */
  readonly leaseMs: number;
}

/**
 * The journal of `durableMemory` in a database: on the disk before a call resolves. Several processes may
 * share it: one at a time stores what waits in a scope.
 */
export function createJournal({ database, leaseMs }: CreateJournalOptions): Journal {
  return {
    async append(entry) {
      database
        .prepare('INSERT OR IGNORE INTO memory_journal (key, scope, entry) VALUES (?, ?, ?)')
        .run(entry.key, scopeName(entry.scope), JSON.stringify(entry));
    },
    async pending({ limit, scope }) {
      return scope === undefined
        ? database.prepare(`${select} WHERE is_dead = 0 ${inOrder}`).all(limit).map(toEntry)
        : database
            .prepare(`${select} WHERE is_dead = 0 AND scope = ? ${inOrder}`)
            .all(scopeName(scope), limit)
            .map(toEntry);
    },
    async ack(key) {
      database.prepare('DELETE FROM memory_journal WHERE key = ?').run(key);
    },
    async fail({ key, message, isRetryable }) {
      database
        .prepare(
          `UPDATE memory_journal SET failure_count = failure_count + 1, last_failure = ?, is_dead = ?
           WHERE key = ?`,
        )
        .run(message, isRetryable ? 0 : 1, key);
    },
    async dead({ limit }) {
      return database.prepare(`${select} WHERE is_dead = 1 ${inOrder}`).all(limit).map(toEntry);
    },
    async revive(key) {
      database
        .prepare(
          'UPDATE memory_journal SET is_dead = 0, failure_count = 0, last_failure = NULL WHERE key = ?',
        )
        .run(key);
    },
    lease: async (scope) => leaseScope({ database, scope, leaseMs }),
    async close() {
      // The database is closed by whoever opened it: other stores are in it too.
    },
  };
}

const select = 'SELECT entry, failure_count, last_failure FROM memory_journal';
const inOrder = 'ORDER BY place LIMIT ?';

function toEntry(row: Record<string, unknown>): PendingJournalEntry {
  // Written by append.
  const entry: JournalEntry = JSON.parse(String(row['entry']));
  const lastFailure = row['last_failure'];
  return {
    ...entry,
    failureCount: Number(row['failure_count']),
    ...(typeof lastFailure === 'string' && { lastFailure }),
  };
}
