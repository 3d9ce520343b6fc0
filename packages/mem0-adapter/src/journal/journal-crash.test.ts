import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileRecordStore } from '../../test/file-record-store.ts';
import { createJsonlJournal } from '../node.ts';
import { crashScopes, runCrashTrial } from '../testing/crash-trial.ts';

const child = resolve(import.meta.dirname, '../../test/crash-child.ts');
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mem0-adapter-crash-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test(
  'a thousand adds over a faulty backend, killed again and again, are stored exactly once each',
  { timeout: 120_000 },
  async () => {
    const end = 1000;
    const killCount = await runCrashTrial({
      start: (first) => {
        const args = [child, directory, String(first), String(end)];
        return spawn(process.execPath, ['--conditions=@tierwise/source', ...args], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
      },
      killAfter: [150, 90, 210, 40, 260],
      end,
    });

    expect(killCount).toBe(5);
    const store = await fileRecordStore(join(directory, 'records.jsonl'));
    const lists = await Promise.all(crashScopes.map(async (scope) => store.list(scope)));
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
