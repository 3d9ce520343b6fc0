/**
 * In: the path of a file. Out: the stores that memories, their journal and Mem0's vectors are kept in, in that file.
 * Called by: programs on Node that want state to outlive a process without a server. Needs `node:sqlite` (Node 22.13).
 */
export {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from './sqlite/open-sqlite-store.ts';
export { SqliteVersionError } from './sqlite/sqlite-version-error.ts';
