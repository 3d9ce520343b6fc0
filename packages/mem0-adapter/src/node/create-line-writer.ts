import { open, rename, type FileHandle } from 'node:fs/promises';
import type { JournalRecord, JournalState } from '../journal/journal-state.ts';

export interface LineWriterOptions {
  readonly file: string;
  /** What the file shall hold when it is written anew. */
  readonly state: JournalState;
}

export interface LineWriter {
  /** Resolves when the record is on the disk. */
  readonly write: (record: JournalRecord) => Promise<void>;
  readonly close: () => Promise<void>;
}

// A file is written anew when it holds this many lines, and four for each entry that is left.
const fewestLinesToCompact = 1000;

/** Appends records to a file; those that come while the disk is busy go out together. */
export async function createLineWriter({ file, state }: LineWriterOptions): Promise<LineWriter> {
  let handle = await rewrite(file, state);
  let lineCount = state.size;
  let waiting: string[] = [];
  let round: Promise<void> | undefined;
  // A line may be half written: the next one must not go on behind it.
  let isTorn = false;

  async function writeWaiting(): Promise<void> {
    const lines = waiting;
    waiting = [];
    if (isTorn || lineCount > Math.max(fewestLinesToCompact, 4 * state.size)) {
      // The state holds the waiting records already.
      const replaced = handle;
      handle = await rewrite(file, state);
      await replaced.close();
      lineCount = state.size;
      isTorn = false;
      return;
    }
    isTorn = true;
    await handle.appendFile(lines.join(''));
    await handle.datasync();
    isTorn = false;
    lineCount += lines.length;
  }

  async function nextRound(before: Promise<void>): Promise<void> {
    await before.catch(() => {
      // Its own callers were told; these lines get their own chance.
    });
    round = undefined;
    await writeWaiting();
  }

  let last: Promise<void> = Promise.resolve();
  return {
    async write(record) {
      waiting.push(`${JSON.stringify(record)}\n`);
      round ??= nextRound(last);
      last = round;
      return round;
    },
    async close() {
      await last.catch(() => {
        // Told to those who wrote.
      });
      await handle.close();
    },
  };
}

/** The whole state in a new file, put in place of the old one only when it is on the disk. */
async function rewrite(file: string, state: JournalState): Promise<FileHandle> {
  const text = state.records().map((record) => `${JSON.stringify(record)}\n`);
  const temporary = await open(`${file}.new`, 'w');
  await temporary.writeFile(text.join(''));
  await temporary.datasync();
  await temporary.close();
  await rename(`${file}.new`, file);
  return open(file, 'a');
}
