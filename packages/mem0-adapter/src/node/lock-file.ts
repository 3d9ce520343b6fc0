import { readFile, rm, writeFile } from 'node:fs/promises';
import { JournalLockedError } from './journal-locked-error.ts';

/**
 * Holds a file for this process, until the returned function is called. A lock whose process is dead
 * is taken over.
 *
 * @throws JournalLockedError where a living process holds it.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  try {
    await take(lock);
  } catch {
    // Whatever it was, reading the lock tells; taking it a second time may throw for good.
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (isAlive(holder)) throw new JournalLockedError(file, holder);
    await rm(lock, { force: true });
    await take(lock);
  }
  return async () => rm(lock, { force: true });
}

async function take(lock: string): Promise<void> {
  await writeFile(lock, String(process.pid), { flag: 'wx' });
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
