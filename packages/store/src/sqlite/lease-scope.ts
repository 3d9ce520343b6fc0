import type { DatabaseSync } from 'node:sqlite';
import type { JournalLease, MemoryScope } from '@tierwise/mem0-adapter';
import { scopeName } from './scope-name.ts';

export interface LeaseScopeOptions {
  readonly database: DatabaseSync;
  readonly scope: MemoryScope;
  /** A lease that is not renewed ends after this long. */
  readonly leaseMs: number;
}

// Of its time: how long to wait between two looks, when to renew, how long to wait in all.
const lookShare = 1 / 50;
const renewalShare = 1 / 3;
const waitingShare = 3;

/**
 * Keeps a scope from every other holder, in this process and in others, and renews that until it is
 * released. Nothing where another one did not let go of it for three times as long as a dead one could.
 */
export async function leaseScope(options: LeaseScopeOptions): Promise<JournalLease | undefined> {
  const { leaseMs } = options;
  const holder = crypto.randomUUID();
  const until = Date.now() + leaseMs * waitingShare;
  while (!take(options, holder)) {
    if (Date.now() > until) return undefined;
    await new Promise((resolve) => {
      setTimeout(resolve, Math.max(1, leaseMs * lookShare));
    });
  }
  return hold(options, holder);
}

function hold(options: LeaseScopeOptions, holder: string): JournalLease {
  const timer = setInterval(() => {
    try {
      take(options, holder);
    } catch {
      // The database is closed or busy. The lease runs out; what was stored is known by its ids.
      clearInterval(timer);
    }
  }, options.leaseMs * renewalShare);
  timer.unref();
  return {
    renew: async () => take(options, holder),
    async release() {
      clearInterval(timer);
      options.database
        .prepare('DELETE FROM memory_leases WHERE scope = ? AND holder = ?')
        .run(scopeName(options.scope), holder);
    },
  };
}

/** Takes what is free or has run out, and renews what is held already: one statement, so nobody comes between. */
function take({ database, scope, leaseMs }: LeaseScopeOptions, holder: string): boolean {
  const nowMs = Date.now();
  const { changes } = database
    .prepare(
      `INSERT INTO memory_leases (scope, holder, until_ms) VALUES (?, ?, ?)
       ON CONFLICT (scope) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
       WHERE holder = excluded.holder OR until_ms < ?`,
    )
    .run(scopeName(scope), holder, nowMs + leaseMs, nowMs);
  return changes > 0;
}
