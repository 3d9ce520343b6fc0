import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Journal } from './journal.ts';

export interface WithLeaseOptions<Result> {
  readonly journal: Journal;
  readonly scope: MemoryScope;
  readonly run: () => Promise<Result>;
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
  if (journal.lease === undefined) return run();
  const lease = await journal.lease(scope);
  if (lease === undefined) {
    throw new Error('Another process has been storing here for too long: try again later.');
  }
  try {
    return await run();
  } finally {
    await lease.release().catch(() => {
      // A closed or broken journal; the lease ends by itself.
    });
  }
}
