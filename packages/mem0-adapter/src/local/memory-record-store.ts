import type { MemoryChange } from '../backend/memory-change.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import type { MemoryRecord } from './memory-record.ts';

/** What one write does, all of it or nothing. */
export interface MemoryWrite {
  /** A known id is replaced and keeps its place; a new one goes to the end. */
  readonly put?: readonly MemoryRecord[];
  readonly deleteIds?: readonly string[];
  /** Every record that carries each id of this scope, and what was noted of its changes. */
  readonly deleteScope?: MemoryScope;
  readonly changes?: readonly MemoryChange[];
}

/** Where `localMemory` keeps its records. Every driver passes `memoryRecordStoreContract`. */
export interface MemoryRecordStore {
  write(write: MemoryWrite): Promise<void>;
  get(id: string): Promise<MemoryRecord | undefined>;
  /** Records that carry each id of the scope, in the order in which they came. */
  list(scope: MemoryScope): Promise<readonly MemoryRecord[]>;
  /** A text that is another one after each write that may have touched the scope, by any process. */
  revision(scope: MemoryScope): Promise<string>;
  /** Changes of one memory, newest first. */
  changes(id: string): Promise<readonly MemoryChange[]>;
}
