import type { DatabaseSync } from 'node:sqlite';
import type { Mem0Payload, VectorPersistence } from '@tierwise/mem0-adapter';
import { inTransaction } from './in-transaction.ts';
import { fromBlob, toBlob } from './vector-blob.ts';

export interface VectorPersistenceOptions {
  readonly database: DatabaseSync;
  readonly collection: string;
}

/** Mem0's vectors in a database, numbers rounded to 32 bits. */
export function createVectorPersistence({
  database,
  collection,
}: VectorPersistenceOptions): VectorPersistence {
  return {
    async load() {
      return database
        .prepare(
          'SELECT id, vector, payload FROM memory_vectors WHERE collection = ? ORDER BY place',
        )
        .all(collection)
        .map((row) => ({
          id: String(row['id']),
          vector: fromBlob(row['vector']),
          payload: payloadOf(row['payload']),
        }));
    },
    async put(entries) {
      const statement = database.prepare(
        `INSERT INTO memory_vectors (collection, id, vector, payload) VALUES (?, ?, ?, ?)
         ON CONFLICT (collection, id)
         DO UPDATE SET vector = excluded.vector, payload = excluded.payload`,
      );
      inTransaction(database, () => {
        for (const { id, vector, payload } of entries) {
          statement.run(collection, id, toBlob(vector), JSON.stringify(payload));
        }
      });
    },
    async delete(id) {
      database
        .prepare('DELETE FROM memory_vectors WHERE collection = ? AND id = ?')
        .run(collection, id);
    },
    async clear() {
      database.prepare('DELETE FROM memory_vectors WHERE collection = ?').run(collection);
    },
  };
}

function payloadOf(text: unknown): Mem0Payload {
  // Written by put.
  const payload: Mem0Payload = JSON.parse(String(text));
  return payload;
}
