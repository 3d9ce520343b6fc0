import { DatabaseSync } from 'node:sqlite';
import type { Journal, MemoryRecordStore, VectorPersistence } from '@tierwise/mem0-adapter';
import { assertStoreOptions } from './assert-store-options.ts';
import { createJournal } from './create-journal.ts';
import { createRecordStore } from './create-record-store.ts';
import { createVectorPersistence } from './create-vector-persistence.ts';
import { migrate } from './migrate.ts';

/** Where a database is, and how long its users wait for each other. */
export interface SqliteStoreOptions {
  /** Path of the database, made where it is missing; `:memory:` for one that goes with the process. Default: `tierwise.sqlite`. */
  readonly file?: string;
  /** How long a write waits for another process's. Default: 5_000 ms. */
  readonly busyTimeoutMs?: number;
  /**
   * How soon another process may go on where one died while it stored what waits in the journal, per
   * scope. A process that still works on it is waited for three times as long. Default: 10_000 ms.
   */
  readonly leaseMs?: number;
}

/** What one database keeps. Use what you need of it. */
export interface SqliteStore {
  /** For `localMemory({ store })`. */
  readonly records: MemoryRecordStore;
  /** For `durableMemory({ journal })`. Processes may share it: one at a time stores what waits in a scope. */
  readonly journal: Journal;
  /** For `createInMemoryVectorStore({ persistence })`, one collection for each vector store of Mem0. */
  vectors(collection: string): VectorPersistence;
  close(): void;
}

/**
 * Opens a database. Calls on its stores do their work at once, in this thread: a write takes about
 * as long as the disk needs.
 *
 * @throws TypeError where an option is unknown.
 * @throws SqliteVersionError where a newer version of this package has written the file.
 */
export function openSqliteStore(options: SqliteStoreOptions = {}): SqliteStore {
  assertStoreOptions(options);
  const { file = 'tierwise.sqlite', busyTimeoutMs = 5000, leaseMs = 10_000 } = options;
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    // Readers do not wait for a writer, and what was committed survives a loss of power.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate({ database, file });
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    records: createRecordStore(database),
    journal: createJournal({ database, leaseMs }),
    vectors: (collection) => createVectorPersistence({ database, collection }),
    close: () => database.close(),
  };
}
