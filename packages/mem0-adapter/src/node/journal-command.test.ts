import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJsonlJournal } from './create-jsonl-journal.ts';
import { journalCommand } from './journal-command.ts';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mem0-adapter-command-'));
  file = join(directory, 'journal.jsonl');
  const journal = await createJsonlJournal({ file });
  for (const key of ['one', 'two', 'three']) {
    await journal.append({
      key,
      scope: { userId: 'tom' },
      messages: [{ role: 'user', content: 'a secret' }],
      observedAt: '2026-03-01T10:00:00.000Z',
    });
  }
  for (const key of ['one', 'two'])
    await journal.fail({ key, message: 'poison', isRetryable: false });
  await journal.close();
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await journalCommand({ args, print: (line) => lines.push(line) });
  return { code, lines };
}

test('lists what waits and what was given up, without what was said', async () => {
  const { code, lines } = await run(file, 'list');
  expect(code).toBe(0);
  expect(lines).toEqual([
    'pending  three  2026-03-01T10:00:00.000Z  1 messages  0 failures',
    'dead  one  2026-03-01T10:00:00.000Z  1 messages  1 failures  poison',
    'dead  two  2026-03-01T10:00:00.000Z  1 messages  1 failures  poison',
  ]);
});

test('revives one entry, or all of them', async () => {
  expect(await run(file, 'revive', 'two')).toEqual({
    code: 0,
    lines: ['1 of 2 given-up entries wait again'],
  });
  expect((await run(file, 'revive', 'unknown')).code).toBe(1);
  await run(file, 'revive');
  const { lines } = await run(file, 'list');
  expect(lines.filter((line) => line.startsWith('pending'))).toHaveLength(3);
});

test('makes no journal where there is none', async () => {
  const { code, lines } = await run(join(directory, 'typo.jsonl'), 'list');
  expect(code).toBe(1);
  expect(lines.join()).toContain('typo.jsonl');
  expect(await readdir(directory)).toEqual(['journal.jsonl']);
});

test('says who uses the journal where it is in use', async () => {
  const journal = await createJsonlJournal({ file });
  const { code, lines } = await run(file, 'list');
  await journal.close();
  expect(code).toBe(1);
  expect(lines.join()).toContain(`already open here, in process ${process.pid}`);
});

test.each([['frobnicate'], ['--help'], []])(
  'explains itself where it is not understood: %s',
  async (...args) => {
    const { code, lines } = await run(file, ...args);
    expect(code).toBe(2);
    expect(lines.join()).toContain('revive');
  },
);
