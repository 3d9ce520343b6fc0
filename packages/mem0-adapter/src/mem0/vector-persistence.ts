import type { Mem0Payload } from './mem0-vector-store.ts';

/** A vector as it is kept outside the process. */
export interface PersistedVector {
  readonly id: string;
  readonly vector: readonly number[];
  readonly payload: Mem0Payload;
}

/** Keeps the vectors of one collection for another process. Passes `vectorPersistenceContract`. */
export interface VectorPersistence {
  /** All of them, in the order in which they came. */
  load(): Promise<readonly PersistedVector[]>;
  /** A known id is replaced and keeps its place. */
  put(entries: readonly PersistedVector[]): Promise<void>;
  delete(id: string): Promise<void>;
  clear(): Promise<void>;
}
