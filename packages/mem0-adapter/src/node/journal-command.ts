import { parseArgs } from 'node:util';
import type { PendingJournalEntry } from '../journal/journal.ts';
import { createJsonlJournal } from './create-jsonl-journal.ts';

export interface JournalCommandOptions {
  readonly args: readonly string[];
  readonly print: (line: string) => void;
}

const usage = `tierwise-journal <file> list              what waits and what was given up
tierwise-journal <file> revive [key ...]  lets the given-up entries be tried again, all without a key
                                          The program that uses the journal stores them at its next start.`;

/** The command for a journal file. Gives back the exit code. Prints no message text. */
export async function journalCommand({ args, print }: JournalCommandOptions): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file, action, ...keys] = positionals;
  if (file === undefined || (action !== 'list' && action !== 'revive')) {
    print(usage);
    return 2;
  }
  const journal = await createJsonlJournal({ file });
  try {
    const dead = await journal.dead({ limit: Number.MAX_SAFE_INTEGER });
    if (action === 'list') {
      const pending = await journal.pending({ limit: Number.MAX_SAFE_INTEGER });
      for (const entry of pending) print(describe('pending', entry));
      for (const entry of dead) print(describe('dead', entry));
      return 0;
    }
    const chosen = dead.filter(({ key }) => keys.length === 0 || keys.includes(key));
    await Promise.all(chosen.map(async ({ key }) => journal.revive(key)));
    print(`${chosen.length} of ${dead.length} given-up entries wait again`);
    return chosen.length >= keys.length ? 0 : 1;
  } finally {
    await journal.close();
  }
}

function describe(state: string, entry: PendingJournalEntry): string {
  const { key, messages, observedAt, failureCount, lastFailure = '' } = entry;
  return [
    state,
    key,
    observedAt,
    `${messages.length} messages`,
    `${failureCount} failures`,
    lastFailure,
  ]
    .join('  ')
    .trimEnd();
}
