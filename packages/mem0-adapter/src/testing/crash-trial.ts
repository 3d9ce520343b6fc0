import type { ChildProcess } from 'node:child_process';
import type { MemoryBackend } from '../backend/memory-backend.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import type { Journal } from '../journal/journal.ts';

/** What the process that will be killed adds, and to what. */
export interface CrashChildOptions {
  readonly journal: Journal;
  /** Takes a message with an id once only, however often it comes. */
  readonly backend: MemoryBackend;
  /** It adds the numbers from here on… */
  readonly first: number;
  /** …up to here, without this one. */
  readonly end: number;
  /** How often an add fails before its work, and how often after it, 0 to 1. Default: 0.1 each. */
  readonly faultRate?: number;
}

/** Whose numbers the children add, in turn. */
export const crashScopes: readonly { readonly userId: string }[] = ['ann', 'ben', 'cy'].map(
  (userId) => ({ userId }),
);

/**
 * The part of a process that may be killed: adds numbers through `durableMemory` over a backend with
 * faults, prints each one that was accepted, and ends when all is stored.
 */
export async function runCrashChild(options: CrashChildOptions): Promise<void> {
  const { journal, first, end } = options;
  const memory = durableMemory({
    backend: withFaults(options),
    journal,
    batch: { maxMessages: 8, idleMs: 20 },
    retry: { baseMs: 5, maxMs: 20, maxFailures: 1000 },
  });
  for (let number = first; number < end; number += 1) {
    await memory.add({
      scope: crashScopes[number % crashScopes.length] ?? { userId: 'ann' },
      conversation: `talk-${Math.floor(number / 30)}`,
      observedAt: '2026-03-01T10:00:00.000Z',
      messages: [{ role: 'user', content: `This is number ${number}.`, id: `number-${number}` }],
    });
    process.stdout.write(`${number}\n`);
  }
  let isDone = false;
  while (!isDone) {
    // The faults are on purpose: again.
    isDone = await memory.flush().then(
      () => true,
      () => false,
    );
  }
  await memory.close();
  process.stdout.write('done\n');
}

function withFaults({ backend, faultRate = 0.1 }: CrashChildOptions): MemoryBackend {
  return {
    ...backend,
    async add(options) {
      if (Math.random() < faultRate) throw new Error('down before');
      const result = await backend.add(options);
      if (Math.random() < faultRate) throw new Error('down after');
      return result;
    },
  };
}

/** How one life of a child ended. */
export interface CrashLife {
  /** The last number that it said was accepted; the one before its first where there was none. */
  readonly accepted: number;
  /** It stored everything, and was not killed before. */
  readonly isDone: boolean;
}

/** A process that runs, and when to kill it. */
export interface WatchCrashChildOptions {
  /** Runs `runCrashChild`; its output is a pipe. */
  readonly child: ChildProcess;
  readonly first: number;
  /** It is killed when it has accepted so many numbers. Default: never. */
  readonly killAfter?: number;
}

/** Reads what a child prints, kills it (SIGKILL) when it is time, and waits for its end. */
export async function watchCrashChild({
  child,
  first,
  killAfter = Number.POSITIVE_INFINITY,
}: WatchCrashChildOptions): Promise<CrashLife> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
    if (output.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  await new Promise((ended) => {
    child.on('close', ended);
  });
  const lines = output.split('\n').slice(0, -1);
  const numbers = lines.filter((line) => line !== 'done');
  return { accepted: Number(numbers.at(-1) ?? first - 1), isDone: lines.at(-1) === 'done' };
}

/** How to start the processes, and after how much each is killed. */
export interface CrashTrialOptions {
  /** Starts a process that runs `runCrashChild` on these numbers. */
  readonly start: (first: number, end: number) => ChildProcess;
  /** After how many accepted numbers each life but the last is killed. */
  readonly killAfter: readonly number[];
  readonly end: number;
}

/**
 * Lives one after the other, all but the last killed in the middle of their work; each goes on where the
 * one before was. Resolves to how many were killed.
 *
 * @throws Error where the last life did not come to its end.
 */
export async function runCrashTrial({ start, killAfter, end }: CrashTrialOptions): Promise<number> {
  let first = 0;
  let killCount = 0;
  for (const limit of [...killAfter, Number.POSITIVE_INFINITY]) {
    const life = await watchCrashChild({ child: start(first, end), first, killAfter: limit });
    if (!life.isDone) killCount += 1;
    first = life.accepted + 1;
  }
  if (first < end) throw new Error(`The last life accepted ${first} of ${end} numbers`);
  return killCount;
}
