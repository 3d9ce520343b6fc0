import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJsonlJournal } from './create-jsonl-journal.ts';
import { JournalLockedError } from './journal-locked-error.ts';

const script = resolve(import.meta.dirname, '../../test/lock-child.ts');
let directory: string;
let file: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mem0-adapter-lock-'));
  file = join(directory, 'journal.jsonl');
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await rm(directory, { recursive: true });
});

/** Another process that opens the journal and keeps it, and what it says. */
async function openElsewhere(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const args = ['--conditions=@tierwise/source', script, file];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const said = await new Promise<string>((resolved) => {
    child.stdout.once('data', (chunk) => resolved(String(chunk).trim()));
  });
  return { child, said };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolved) => {
    child.once('close', resolved);
  });
  child.kill('SIGKILL');
  await ended;
}

function deadProcessId(): number {
  return spawnSync(process.execPath, ['--eval', '']).pid;
}

test('a journal that is open in this process already says so, and opens again once it was closed', async () => {
  const first = await createJsonlJournal({ file });

  const error: unknown = await createJsonlJournal({ file }).catch((reason: unknown) => reason);
  expect(JournalLockedError.isInstance(error)).toBe(true);
  expect(String(error)).toContain('already open here');
  expect(String(error)).toContain('share that one, or close() it first');

  await first.close();
  await (await createJsonlJournal({ file })).close();
});

test('a journal that another process holds is refused, with file, holder and next step, until that is killed', async () => {
  const { child, said } = await openElsewhere();
  expect(said).toBe('held');

  const error: unknown = await createJsonlJournal({ file }).catch((reason: unknown) => reason);
  expect(JournalLockedError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ file, processId: child.pid, host: hostname() });
  expect(String(error)).toContain(`remove ${file}.lock`);

  await kill(child);
  const journal = await createJsonlJournal({ file });
  await journal.close();
  expect(await readdir(directory)).toEqual(['journal.jsonl']);
});

test(
  'of many processes that find the lock of a dead one, one takes it over',
  { timeout: 30_000 },
  async () => {
    await writeFile(
      `${file}.lock`,
      JSON.stringify({ processId: deadProcessId(), host: hostname() }),
    );

    const others = await Promise.all(Array.from({ length: 5 }, openElsewhere));

    const holders = others.filter(({ said }) => said === 'held');
    expect(holders).toHaveLength(1);
    const rest = others.filter(({ said }) => said !== 'held').map(({ said }) => said);
    expect(rest.every((said) => said.startsWith('locked by '))).toBe(true);
  },
);

test.each([
  { name: 'of a process whose number another one has got', startedAt: '1' },
  { name: 'that was being written when its process was killed', text: '' },
  { name: 'that is damaged', text: '{"processId":' },
])('a lock is taken over $name', async ({ startedAt, text }) => {
  const holder = JSON.stringify({ processId: process.pid, host: hostname(), startedAt });
  await writeFile(`${file}.lock`, text ?? holder);
  const minuteAgo = Date.now() / 1000 - 60;
  await utimes(`${file}.lock`, minuteAgo, minuteAgo);
  // Only Linux tells when a process has started.
  if (startedAt !== undefined && process.platform !== 'linux') return;

  const journal = await createJsonlJournal({ file });
  await expect(createJsonlJournal({ file })).rejects.toMatchObject({ processId: process.pid });
  await journal.close();
});

test('a lock of another host is never taken over, because nobody can tell whether it lives', async () => {
  await writeFile(
    `${file}.lock`,
    JSON.stringify({ processId: deadProcessId(), host: 'elsewhere' }),
  );
  await expect(createJsonlJournal({ file })).rejects.toMatchObject({ host: 'elsewhere' });
});

test('a lock that somebody else took meanwhile is left alone at the close', async () => {
  const journal = await createJsonlJournal({ file });
  const theirs = JSON.stringify({ processId: 1, host: 'elsewhere' });
  await writeFile(`${file}.lock`, theirs);
  await journal.close();
  expect(await readdir(directory)).toContain('journal.jsonl.lock');
});
