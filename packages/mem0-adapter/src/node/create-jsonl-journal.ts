import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assertOptions } from '../call/assert-options.ts';
import { journalOver } from '../journal/create-memory-journal.ts';
import { JournalState } from '../journal/journal-state.ts';
import type { Journal } from '../journal/journal.ts';
import { createLineWriter } from './create-line-writer.ts';
import { lockFile } from './lock-file.ts';
import { readJournalLines } from './read-journal-lines.ts';

/** Where the journal is. */
export interface JsonlJournalOptions {
  /** Path of the file; it and its folder are made where they are missing. */
  readonly file: string;
}

/**
 * A journal in a file, one JSON line for each change, on the disk before a call resolves. Opening it
 * drops at most one last line that a crash left unfinished. One process at a time.
 *
 * @throws InvalidArgumentError where an option is unknown, or there is no file.
 * @throws JournalLockedError where the file is open already, here or in another process.
 * @throws JournalDamagedError where a line before the last one cannot be read.
 */
export async function createJsonlJournal(options: JsonlJournalOptions): Promise<Journal> {
  assertOptions<JsonlJournalOptions>({
    of: 'createJsonlJournal',
    options,
    known: { file: 'text' },
  });
  const { file } = options;
  await mkdir(dirname(file), { recursive: true });
  const unlock = await lockFile(file);
  try {
    const state = new JournalState();
    const text = await readFile(file, 'utf8').catch(emptyWhereMissing);
    for (const record of readJournalLines(text, file)) state.apply(record);
    const writer = await createLineWriter({ file, state });
    return journalOver(state, writer.write, async () => {
      await writer.close();
      await unlock();
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
