import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process as others can recognise it. */
export interface ProcessIdentity {
  readonly processId: number;
  readonly host: string;
  /** In ticks since the machine started, where the system tells it: a number is given to many processes in turn. */
  readonly startedAt?: string;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  const startedAt = await startOf(process.pid);
  return {
    processId: process.pid,
    host: hostname(),
    ...(startedAt !== undefined && { startedAt }),
  };
}

/** Whether that very process may still be running. On another host nobody can tell, so it may. */
export async function mayBeAlive({
  processId,
  host,
  startedAt,
}: ProcessIdentity): Promise<boolean> {
  if (host !== hostname()) return true;
  if (!isRunning(processId)) return false;
  const now = await startOf(processId);
  // In a container every life of a program has the same number.
  return startedAt === undefined || now === undefined || startedAt === now;
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of Linux's `/proc/<pid>/stat` (proc_pid_stat(5)); the second one may hold any character. */
async function startOf(processId: number): Promise<string | undefined> {
  // Other systems have no such file, and a process that just ended has none either.
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
