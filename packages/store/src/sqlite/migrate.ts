import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';
import { SqliteVersionError } from './sqlite-version-error.ts';

// One step a version; a step that was released never changes.
const steps: readonly string[] = [
  `CREATE TABLE memory_records (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     user_id TEXT, agent_id TEXT, run_id TEXT,
     record TEXT NOT NULL,
     vector BLOB
   ) STRICT;
   CREATE INDEX memory_records_user ON memory_records (user_id, run_id);
   CREATE INDEX memory_records_agent ON memory_records (agent_id) WHERE agent_id IS NOT NULL;
   CREATE INDEX memory_records_run ON memory_records (run_id) WHERE run_id IS NOT NULL;
   CREATE TABLE memory_revisions (
     scope TEXT PRIMARY KEY,
     user_id TEXT, agent_id TEXT, run_id TEXT,
     revision INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX memory_revisions_user ON memory_revisions (user_id, revision);
   CREATE TABLE memory_changes (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     memory_id TEXT NOT NULL,
     change TEXT NOT NULL
   ) STRICT;
   CREATE INDEX memory_changes_memory ON memory_changes (memory_id);
   CREATE TABLE memory_journal (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     key TEXT NOT NULL UNIQUE,
     scope TEXT NOT NULL,
     entry TEXT NOT NULL,
     failure_count INTEGER NOT NULL DEFAULT 0,
     last_failure TEXT,
     is_dead INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX memory_journal_waiting ON memory_journal (is_dead, scope);
   CREATE TABLE memory_vectors (
     place INTEGER PRIMARY KEY AUTOINCREMENT,
     collection TEXT NOT NULL,
     id TEXT NOT NULL,
     vector BLOB NOT NULL,
     payload TEXT NOT NULL,
     UNIQUE (collection, id)
   ) STRICT;`,
  `CREATE TABLE memory_leases (
     scope TEXT PRIMARY KEY,
     holder TEXT NOT NULL,
     until_ms INTEGER NOT NULL
   ) STRICT;`,
];

export interface MigrateOptions {
  readonly database: DatabaseSync;
  readonly file: string;
}

/**
 * Brings a database to the newest version.
 *
 * @throws SqliteVersionError where it is newer than this package.
 */
export function migrate({ database, file }: MigrateOptions): void {
  inTransaction(database, () => {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > steps.length) {
      throw new SqliteVersionError({ file, found, known: steps.length });
    }
    for (const step of steps.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
}
