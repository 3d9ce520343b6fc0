import type { DatabaseSync } from 'node:sqlite';
import type {
  MemoryChange,
  MemoryRecord,
  MemoryRecordStore,
  MemoryScope,
} from '@tierwise/mem0-adapter';
import { inTransaction } from './in-transaction.ts';
import { scopeCondition } from './scope-condition.ts';
import { scopeName } from './scope-name.ts';
import { fromBlob, toBlob } from './vector-blob.ts';

/** The records of `localMemory` in a database. Several processes may use one file. */
export function createRecordStore(database: DatabaseSync): MemoryRecordStore {
  return {
    async write({ put = [], deleteIds = [], deleteScope, changes = [] }) {
      inTransaction(database, () => {
        if (deleteScope !== undefined) deleteAll(database, deleteScope);
        for (const id of deleteIds) deleteOne(database, id);
        for (const record of put) putOne(database, record);
        for (const change of changes) addChange(database, change);
      });
    },
    async get(id) {
      const row = database
        .prepare('SELECT record, vector FROM memory_records WHERE id = ?')
        .get(id);
      return row && toRecord(row);
    },
    async list(scope) {
      const { sql, values } = scopeCondition(scope);
      return database
        .prepare(`SELECT record, vector FROM memory_records WHERE ${sql} ORDER BY place`)
        .all(...values)
        .map(toRecord);
    },
    async revision(scope) {
      const { sql, values } = scopeCondition(scope);
      const query = `SELECT max(revision) AS newest FROM memory_revisions WHERE ${sql}`;
      return String(database.prepare(query).get(...values)?.['newest'] ?? 0);
    },
    async changes(id) {
      return database
        .prepare('SELECT change FROM memory_changes WHERE memory_id = ? ORDER BY place DESC')
        .all(id)
        .map((row): MemoryChange => JSON.parse(String(row['change'])));
    },
  };
}

function putOne(database: DatabaseSync, record: MemoryRecord): void {
  const { vector, ...rest } = record;
  const { userId = null, agentId = null, runId = null } = record.scope;
  database
    .prepare(
      `INSERT INTO memory_records (id, user_id, agent_id, run_id, record, vector)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, agent_id = excluded.agent_id,
         run_id = excluded.run_id, record = excluded.record, vector = excluded.vector`,
    )
    .run(
      record.id,
      userId,
      agentId,
      runId,
      JSON.stringify(rest),
      vector === undefined ? null : toBlob(vector),
    );
  touch(database, record.scope);
}

function deleteOne(database: DatabaseSync, id: string): void {
  const row = database.prepare('DELETE FROM memory_records WHERE id = ? RETURNING record').get(id);
  if (row !== undefined) touch(database, toRecord(row).scope);
}

function deleteAll(database: DatabaseSync, scope: MemoryScope): void {
  const { sql, values } = scopeCondition(scope);
  const doomed = `SELECT id FROM memory_records WHERE ${sql}`;
  database.prepare(`DELETE FROM memory_changes WHERE memory_id IN (${doomed})`).run(...values);
  database.prepare(`DELETE FROM memory_records WHERE ${sql}`).run(...values);
  database
    .prepare(`UPDATE memory_revisions SET revision = (${nextRevision}) WHERE ${sql}`)
    .run(...values);
}

function addChange(database: DatabaseSync, change: MemoryChange): void {
  database
    .prepare('INSERT INTO memory_changes (memory_id, change) VALUES (?, ?)')
    .run(change.memoryId, JSON.stringify(change));
}

// Rows of this table are never deleted, so that no number comes twice.
const nextRevision = 'SELECT coalesce(max(revision), 0) + 1 FROM memory_revisions';

/** Notes that a scope has changed, for whoever holds an index of it. */
function touch(database: DatabaseSync, scope: MemoryScope): void {
  const { userId = null, agentId = null, runId = null } = scope;
  database
    .prepare(
      `INSERT INTO memory_revisions (scope, user_id, agent_id, run_id, revision)
       VALUES (?, ?, ?, ?, (${nextRevision}))
       ON CONFLICT (scope) DO UPDATE SET revision = excluded.revision`,
    )
    .run(scopeName(scope), userId, agentId, runId);
}

function toRecord(row: Record<string, unknown>): MemoryRecord {
  // Written by putOne.
  const record: MemoryRecord = JSON.parse(String(row['record']));
  return row['vector'] instanceof Uint8Array
    ? { ...record, vector: fromBlob(row['vector']) }
    : record;
}
