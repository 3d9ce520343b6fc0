import { journalCommand } from '@tierwise/mem0-adapter/node';
import { openStoredJournal } from './sqlite/open-stored-journal.ts';

/** `tierwise-sqlite-journal`: resolves to its exit code. */
export async function sqliteJournalCommand(args: readonly string[]): Promise<number> {
  return journalCommand({
    name: 'tierwise-sqlite-journal',
    args,
    print: console.log,
    open: openStoredJournal,
  });
}
