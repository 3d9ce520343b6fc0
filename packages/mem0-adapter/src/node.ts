/**
 * In: the path of a file. Out: a journal in it, which survives a crash, and a command to look after journals.
 * Called by: programs on Node that have no database for it. A separate entry, because it needs the file system.
 */
export { createJsonlJournal, type JsonlJournalOptions } from './node/create-jsonl-journal.ts';
export { journalCommand, type JournalCommandOptions } from './node/journal-command.ts';
export { JournalDamagedError } from './node/journal-damaged-error.ts';
export { JournalLockedError } from './node/journal-locked-error.ts';
