import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crashScopes, runCrashTrial, watchCrashChild } from '@tierwise/mem0-adapter/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from './open-sqlite-store.ts';

const script = resolve(import.meta.dirname, '../../test/crash-child.ts');
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tierwise-store-crash-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

interface StartOptions {
  readonly first: number;
  readonly end: number;
  readonly faultRate: number;
  /** Default: 400, so that nobody waits long for what a dead process held. */
  readonly leaseMs?: number;
}

function start({ first, end, faultRate, leaseMs = 400 }: StartOptions): ChildProcess {
  const args = [script, directory, ...[first, end, faultRate, leaseMs].map(String)];
  return spawn(process.execPath, ['--conditions=@tierwise/source', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function numbersUpTo(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index);
}

/** What the database holds, after everybody has gone. */
async function read() {
  const store = openSqliteStore({ file: join(directory, 'memory.sqlite') });
  const lists = await Promise.all(crashScopes.map(async (scope) => store.records.list(scope)));
  const numbers = lists.flat().map(({ text }) => Number(/\d+/.exec(text)?.[0]));
  const waiting = [
    ...(await store.journal.pending({ limit: 9 })),
    ...(await store.journal.dead({ limit: 9 })),
  ];
  store.close();
  return { numbers: numbers.toSorted((one, other) => one - other), waiting };
}

test(
  'a thousand adds over a faulty backend, killed again and again, are stored exactly once each',
  { timeout: 120_000 },
  async () => {
    const killCount = await runCrashTrial({
      start: (first, end) => start({ first, end, faultRate: 0.1 }),
      killAfter: [150, 90, 210, 40, 260],
      end: 1000,
    });

    expect(killCount).toBe(5);
    expect(await read()).toEqual({ numbers: numbersUpTo(1000), waiting: [] });
  },
);

test(
  'two processes on one journal store each add once, one at a time in a scope',
  { timeout: 60_000 },
  async () => {
    const lives = [0, 150].map(async (first) =>
      watchCrashChild({
        child: start({ first, end: first + 150, faultRate: 0, leaseMs: 20_000 }),
        first,
      }),
    );

    expect(await Promise.all(lives)).toMatchObject([{ isDone: true }, { isDone: true }]);
    expect(await read()).toEqual({ numbers: numbersUpTo(300), waiting: [] });
    const lines = (await readFile(join(directory, 'adds.jsonl'), 'utf8')).trim().split('\n');
    // Written by the child.
    const adds: { userId: string; begins: boolean; ids?: string[] }[] = lines.map((line) =>
      JSON.parse(line),
    );
    const ids = adds.flatMap((add) => add.ids ?? []);
    expect(new Set(ids).size).toBe(300);
    expect(ids).toHaveLength(300);
    for (const { userId } of crashScopes) {
      const turns = adds.filter((add) => add.userId === userId).map(({ begins }) => begins);
      expect(turns).toEqual(turns.map((_, index) => index % 2 === 0));
    }
  },
);

test(
  'what one of two processes leaves when it is killed, the other stores',
  { timeout: 60_000 },
  async () => {
    const killed = watchCrashChild({
      child: start({ first: 0, end: 500, faultRate: 0 }),
      first: 0,
      killAfter: 60,
    });
    const other = watchCrashChild({
      child: start({ first: 500, end: 700, faultRate: 0 }),
      first: 500,
    });
    const { accepted, isDone } = await killed;

    expect(isDone).toBe(false);
    expect(await other).toMatchObject({ isDone: true });
    // What the killed one accepted after the other's last look waits for the next process.
    const rest = start({ first: 700, end: 700, faultRate: 0 });
    expect(await watchCrashChild({ child: rest, first: 700 })).toMatchObject({ isDone: true });
    const { numbers, waiting } = await read();
    expect(waiting).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (let number = 0; number <= accepted; number += 1) expect(numbers).toContain(number);
    expect(numbers.filter((number) => number >= 500)).toHaveLength(200);
  },
);
