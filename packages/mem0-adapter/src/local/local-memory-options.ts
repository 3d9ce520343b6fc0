import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import type { MemoryExtractor } from './memory-extractor.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';

/** A part of `localMemory` that did not work, and that it went on without. */
export interface LocalMemoryEvent {
  readonly type: 'embedding-failed';
  readonly during: 'add' | 'search' | 'update';
  /** Holds no text of a memory. */
  readonly message: string;
}

/** All optional: without any, words are searched in this process's memory. */
export interface LocalMemoryOptions {
  /** Keeps the records. Default: this process's memory, gone when it ends. */
  readonly store?: MemoryRecordStore;
  /** Adds meaning to the search, fused with the words. Without it nothing leaves this process. */
  readonly embedder?: Mem0Embedder;
  /** Draws facts, which are kept beside the turns. Without it no model is asked. */
  readonly extract?: MemoryExtractor;
  /** How many scopes stay indexed in memory, the last used ones. Default: 100. */
  readonly maxIndexedScopes?: number;
  /** Called with what it went on without. One that throws is ignored. */
  readonly onEvent?: (event: LocalMemoryEvent) => void;
  /** Epoch milliseconds. Default: Date.now. */
  readonly now?: () => number;
}
