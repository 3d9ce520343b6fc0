import type { MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import type { MemoryEvent } from './memory-event.ts';

/** Bounds of what is looked up before a turn. */
export interface RecallOptions {
  /** At most this many memories. Default: 8. */
  readonly topK?: number;
  /** Budget of all that is put into the prompt, estimated tokens. Default: 500. */
  readonly maxTokens?: number;
  /** A call waits for its memories at most this long, then goes on without. Default: 800 ms. */
  readonly timeoutMs?: number;
}

/** What is kept after a turn, and how long that may take. */
export interface StoreTurnOptions {
  /** What may be kept of a turn; nothing of it where this gives `undefined`. Default: all of it. */
  readonly redact?: (messages: readonly MemoryMessage[]) => readonly MemoryMessage[] | undefined;
  /** A store that takes longer is aborted and reported as failed. Default: 120_000 ms. */
  readonly timeoutMs?: number;
}

/** Where memories are, whose they are, and what is done around a turn. */
export interface MemoryMiddlewareOptions {
  /** Where memories are: `localMemory`, `durableMemory`, a backend of Mem0 or your own. */
  readonly memory: MemoryBackend;
  /** Whose memory it is, where a call does not say. */
  readonly scope?: MemoryScope;
  /** `false`: nothing is recalled. */
  readonly recall?: RecallOptions | false;
  /** `false`: nothing is stored. */
  readonly store?: StoreTurnOptions | false;
  /** Keeps the process alive for a store that runs after the answer, as serverless hosts offer it. */
  readonly waitUntil?: (work: Promise<void>) => void;
  /** Called with what the memory did or could not do. One that throws is ignored. */
  readonly onEvent?: (event: MemoryEvent) => void;
  /** Epoch milliseconds. Default: Date.now. */
  readonly now?: () => number;
}
