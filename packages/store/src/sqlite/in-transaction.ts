import type { DatabaseSync } from 'node:sqlite';

/** All of a work or nothing of it, alone among the writers of the file. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  // Taken at once: a reader that becomes a writer half way can meet another one and fail.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
