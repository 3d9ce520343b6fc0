import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalCommand } from '@tierwise/mem0-adapter/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStore } from './open-sqlite-store.ts';
import { openStoredJournal } from './open-stored-journal.ts';

let directory: string;
let file: string;
let store: SqliteStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tierwise-store-command-'));
  file = join(directory, 'memory.sqlite');
  store = openSqliteStore({ file });
  await store.journal.append({
    key: 'one',
    scope: { userId: 'tom' },
    messages: [{ role: 'user', content: 'a secret' }],
    observedAt: '2026-03-01T10:00:00.000Z',
  });
  await store.journal.fail({ key: 'one', message: 'poison', isRetryable: false });
});

afterEach(async () => {
  store.close();
  await rm(directory, { recursive: true });
});

test('the command lists and revives what a database has given up, while a program uses it', async () => {
  const lines: string[] = [];
  const run = async (...args: readonly string[]) =>
    journalCommand({ args, print: (line) => lines.push(line), open: openStoredJournal });

  expect(await run(file, 'list')).toBe(0);
  expect(await run(file, 'revive')).toBe(0);

  expect(lines).toEqual([
    'dead  one  2026-03-01T10:00:00.000Z  1 messages  1 failures  poison',
    '1 of 1 given-up entries wait again',
  ]);
  expect(await store.journal.pending({ limit: 9 })).toMatchObject([
    { key: 'one', failureCount: 0 },
  ]);
});
