import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { journalContract } from '../testing/journal-contract.ts';
import { createJsonlJournal } from './create-jsonl-journal.ts';
import { JournalDamagedError } from './journal-damaged-error.ts';

let directory: string;
let file: string;
const opened: Journal[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mem0-adapter-journal-'));
  file = join(directory, 'deep', 'journal.jsonl');
});

afterEach(async () => {
  await Promise.allSettled(opened.splice(0).map(async (journal) => journal.close()));
  await rm(directory, { recursive: true });
});

async function open(): Promise<Journal> {
  const journal = await createJsonlJournal({ file });
  opened.push(journal);
  return journal;
}

const entry = (key: string) => ({
  key,
  scope: { userId: 'tom' },
  messages: [{ role: 'user', content: `I am ${key}` } as const],
  observedAt: '2026-03-01T10:00:00.000Z',
});

async function keys(journal: Journal): Promise<string[]> {
  return (await journal.pending({ limit: 99 })).map(({ key }) => key);
}

test.each(journalContract)('the journal in a file: $name', async ({ check }) => {
  const reopen = async (journal: Journal): Promise<Journal> => {
    await journal.close();
    return open();
  };
  await expect(check({ createJournal: open, reopen })).resolves.toBeUndefined();
});

test('a last line that a crash left unfinished is dropped, and the file goes on behind it', async () => {
  const first = await open();
  await first.append(entry('one'));
  await first.close();
  await appendFile(file, '{"type":"append","entry":{"key":"tw');

  const second = await open();
  expect(await keys(second)).toEqual(['one']);
  await second.append(entry('three'));
  await second.close();
  expect(await keys(await open())).toEqual(['one', 'three']);
});

test('a file cut at any byte gives a prefix of what was written', async () => {
  const first = await open();
  const names = ['eins', 'zwei', 'drei 好'];
  for (const name of names) await first.append(entry(name));
  await first.close();
  const bytes = await readFile(file);

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (length) => {
      await writeFile(file, bytes.subarray(0, length));
      const journal = await createJsonlJournal({ file });
      const found = await keys(journal);
      await journal.close();
      expect(found).toEqual(names.slice(0, found.length));
    }),
    { numRuns: 40 },
  );
});

test('damage before the last line is refused, with its place and without the conversation', async () => {
  const journal = await open();
  await journal.append(entry('one'));
  await journal.close();
  await writeFile(file, `I am Tom and this is no JSON\n${await readFile(file, 'utf8')}`);

  const error: unknown = await open().catch((reason: unknown) => reason);
  expect(JournalDamagedError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ line: 1 });
  expect(String(error)).not.toContain('Tom');
  await expect(open()).rejects.toMatchObject({ name: 'JournalDamagedError' });
});

test('the file stays small while much comes and goes', async () => {
  const journal = await open();
  for (let round = 0; round < 75; round += 1) {
    // At once, so that twenty lines wait for the disk together.
    const names = Array.from({ length: 20 }, (_, index) => `${round}-${index}`);
    await Promise.all(names.map(async (name) => journal.append(entry(name))));
    await Promise.all(names.map(async (name) => journal.ack(name)));
  }
  await journal.append(entry('last'));

  expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(1100);
  expect((await stat(file)).size).toBeGreaterThan(0);
  await journal.close();
  expect(await keys(await open())).toEqual(['last']);
});
