import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Journal } from './journal.ts';

export interface WithLeaseOptions<Result> {
  readonly journal: Journal;
  readonly scope: MemoryScope;
  /** Calls what it is given before each piece of work: it throws where the scope is another process's now. */
  readonly run: (assertHeld: () => Promise<void>) => Promise<Result>;
}

/**
 * Runs while no other process works on the scope; at once where the journal belongs to this process.
 *
 * @throws Error where another process has kept the scope for too long.
 */
export async function withLease<Result>({
  journal,
  scope,
  run,
}: WithLeaseOptions<Result>): Promise<Result> {
  if (journal.lease === undefined) return run(async () => {});
  const lease = await journal.lease(scope);
  if (lease === undefined) throw takenBy('has been storing here for too long');
  try {
    return await run(async () => {
      if (!(await lease.renew())) throw takenBy('stores here now, because this one was too slow');
    });
  } finally {
    await lease.release().catch(() => {
      // A closed or broken journal; the lease ends by itself.
    });
  }
}

function takenBy(what: string): Error {
  return new Error(`Another process ${what}: what waits is tried again later.`);
}
