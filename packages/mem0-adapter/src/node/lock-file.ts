import { writeFileSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { JournalLockedError } from './journal-locked-error.ts';
import { mayBeAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/**
 * Holds a file for this process, until the returned function is called. A lock whose process is dead
 * is taken over, by one of those who try.
 *
 * @throws JournalLockedError where a process holds it that is alive or on another host.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  const me = JSON.stringify(await ownIdentity());
  await hold({ lock, file, me });
  return async () => {
    // A person may have removed it meanwhile, and another process taken it.
    if ((await readLock(lock)) === me) await rm(lock, { force: true });
  };
}

interface HoldOptions {
  readonly lock: string;
  readonly file: string;
  readonly me: string;
}

async function hold(options: HoldOptions): Promise<void> {
  if (take(options)) return;
  if (await isLeftBehind(options)) await removeOnce(options);
  await hold(options);
}

/** Two who find the same dead holder must not both remove its lock: the second would remove the first one's. */
async function removeOnce({ lock, ...options }: HoldOptions): Promise<void> {
  const removal = `${lock}.removal`;
  await hold({ ...options, lock: removal });
  try {
    if (await isLeftBehind({ ...options, lock })) await rm(lock, { force: true });
  } finally {
    await rm(removal, { force: true });
  }
}

/** In one call, so that nothing else of this process comes between the file and its text. */
function take({ lock, me }: HoldOptions): boolean {
  try {
    writeFileSync(lock, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether a lock is there whose holder is not.
 *
 * @throws JournalLockedError where the holder may be alive.
 */
async function isLeftBehind({ lock, file, me }: HoldOptions): Promise<boolean> {
  const text = await readLock(lock);
  if (text === undefined) return false;
  const holder = parseHolder(text);
  if (holder !== undefined && (await mayBeAlive(holder))) {
    throw new JournalLockedError({ file, lock, ...holder, isOwn: text === me });
  }
  return true;
}

// An empty lock is being written, or its process was killed at that very moment.
const writingMs = 1000;

async function readLock(lock: string): Promise<string | undefined> {
  try {
    const text = await readFile(lock, 'utf8');
    const { mtimeMs } = await stat(lock);
    if (text !== '' || Date.now() - mtimeMs > writingMs) return text;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  await sleep(20);
  return readLock(lock);
}

function parseHolder(text: string): ProcessIdentity | undefined {
  try {
    // Written by `take`; what is left of it after a damage names nobody.
    const holder: ProcessIdentity = JSON.parse(text);
    return typeof holder.processId === 'number' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}
