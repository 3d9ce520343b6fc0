import type { Journal } from '@tierwise/mem0-adapter';
import { openSqliteStore } from './open-sqlite-store.ts';

/** The journal of a database by itself: closing it closes the database. */
export function openStoredJournal(file: string): Journal {
  const store = openSqliteStore({ file });
  return { ...store.journal, close: async () => store.close() };
}
