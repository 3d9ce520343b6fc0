import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Journal, PendingJournalEntry } from '../journal/journal.ts';
import { createJsonlJournal } from './create-jsonl-journal.ts';
import { JournalDamagedError } from './journal-damaged-error.ts';
import { JournalLockedError } from './journal-locked-error.ts';

/** A command line, where its output goes, and how its journal is opened. */
export interface JournalCommandOptions {
  /** What stands behind the command's name. */
  readonly args: readonly string[];
  /** Takes one line of output. */
  readonly print: (line: string) => void;
  /** Name of the command, as its help shows it. Default: tierwise-journal. */
  readonly name?: string;
  /** Opens the journal in a file. Default: `createJsonlJournal`. */
  readonly open?: (file: string) => Journal | PromiseLike<Journal>;
}

const all = Number.MAX_SAFE_INTEGER;

/**
 * A command that lists what waits in a journal and revives what was given up. Gives back the exit code.
 * Prints no message text.
 */
export async function journalCommand(options: JournalCommandOptions): Promise<number> {
  const { args, print, name = 'tierwise-journal', open = openJsonl } = options;
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: false });
  const [file, action, ...keys] = positionals;
  if (file === undefined || (action !== 'list' && action !== 'revive')) {
    print(usageOf(name));
    return 2;
  }
  if (!existsSync(file)) {
    // Opening would make it.
    print(`There is no journal ${file}.`);
    return 1;
  }
  try {
    const journal = await open(file);
    try {
      return await (action === 'list' ? list(journal, print) : revive(journal, keys, print));
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (!JournalLockedError.isInstance(error) && !JournalDamagedError.isInstance(error))
      throw error;
    // It says what to do; where in this package it was thrown helps nobody.
    print(error.message);
    return 1;
  }
}

async function openJsonl(file: string): Promise<Journal> {
  return createJsonlJournal({ file });
}

function usageOf(name: string): string {
  return [
    `${name} <file> list              what waits and what was given up`,
    `${name} <file> revive [key ...]  lets the given-up entries be tried again, all without a key;`,
    'the program that uses the journal stores them at its next start',
  ].join('\n');
}

type Print = JournalCommandOptions['print'];

async function list(journal: Journal, print: Print): Promise<number> {
  for (const entry of await journal.pending({ limit: all })) print(describe('pending', entry));
  for (const entry of await journal.dead({ limit: all })) print(describe('dead', entry));
  return 0;
}

async function revive(journal: Journal, keys: readonly string[], print: Print): Promise<number> {
  const dead = await journal.dead({ limit: all });
  const chosen = dead.filter(({ key }) => keys.length === 0 || keys.includes(key));
  await Promise.all(chosen.map(async ({ key }) => journal.revive(key)));
  print(`${chosen.length} of ${dead.length} given-up entries wait again`);
  return chosen.length >= keys.length ? 0 : 1;
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
