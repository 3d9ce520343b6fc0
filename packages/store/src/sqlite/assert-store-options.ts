import type { SqliteStoreOptions } from './open-sqlite-store.ts';

/** The record makes the compiler count them. */
const known: Readonly<Record<keyof SqliteStoreOptions, true>> = {
  file: true,
  busyTimeoutMs: true,
  leaseMs: true,
};

/** @throws TypeError naming an option that there is not: a misspelt `file` would open another database. */
export function assertStoreOptions(options: SqliteStoreOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw new TypeError(
      `openSqliteStore has no option \`${name}\` (${typeof value} given). Its options are ${Object.keys(known).join(', ')}.`,
    );
  }
}
