import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileRecordStore } from '../../test/file-record-store.ts';
import { createJsonlJournal } from '../node.ts';

const child = resolve(import.meta.dirname, '../../test/crash-child.ts');
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mem0-adapter-crash-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

interface Run {
  /** The last number that the child said was accepted. */
  readonly accepted: number;
  readonly isDone: boolean;
}

/** Runs the child from a number on, and kills it when it has accepted so many more. */
async function run(first: number, end: number, killAfter: number): Promise<Run> {
  const args = ['--conditions=@tierwise/source', child, directory, String(first), String(end)];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  worker.stdout.on('data', (chunk) => {
    output += String(chunk);
    if (output.split('\n').length > killAfter) worker.kill('SIGKILL');
  });
  await new Promise((ended) => {
    worker.on('close', ended);
  });
  const lines = output.split('\n').slice(0, -1);
  const numbers = lines.filter((line) => line !== 'done');
  return { accepted: Number(numbers.at(-1) ?? first - 1), isDone: lines.at(-1) === 'done' };
}

test(
  'a thousand adds over a faulty backend, killed again and again, are stored exactly once each',
  { timeout: 120_000 },
  async () => {
    const end = 1000;
    let next = 0;
    let killCount = 0;
    for (const killAfter of [150, 90, 210, 40, 260, Number.POSITIVE_INFINITY]) {
      // One life after the other.
      const { accepted, isDone } = await run(next, end, killAfter);
      if (!isDone) killCount += 1;
      next = accepted + 1;
    }

    expect(killCount).toBe(5);
    expect(next).toBe(end);
    const store = await fileRecordStore(join(directory, 'records.jsonl'));
    const scopes = ['ann', 'ben', 'cy'].map((userId) => ({ userId }));
    const lists = await Promise.all(scopes.map(async (scope) => store.list(scope)));
    const numbers = lists.flat().map(({ text }) => Number(/\d+/.exec(text)?.[0]));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: end }, (_, index) => index),
    );
    const journal = await createJsonlJournal({ file: join(directory, 'journal.jsonl') });
    expect(await journal.pending({ limit: 9 })).toEqual([]);
    expect(await journal.dead({ limit: 9 })).toEqual([]);
    await journal.close();
  },
);
