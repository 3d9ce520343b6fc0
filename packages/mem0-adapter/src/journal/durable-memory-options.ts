import type { MemoryBackend } from '../backend/memory-backend.ts';
import type { Journal } from './journal.ts';

/** What happened to entries of the journal. Holds no text of a message. */
export type DurableMemoryEvent =
  | {
      readonly type: 'stored';
      readonly entryCount: number;
      readonly messageCount: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'failed';
      readonly entryCount: number;
      readonly message: string;
      readonly retryInMs: number;
    }
  /** Given up after too many failures, and kept: `replay({ withDead: true })` tries it again. */
  | { readonly type: 'dead'; readonly key: string; readonly message: string }
  /** The journal itself could not be written or read. */
  | { readonly type: 'journal-failed'; readonly message: string };

/** When what was added goes to the backend: whichever comes first. */
export interface BatchOptions {
  /** A batch goes out when it has this many messages. Default: 16. */
  readonly maxMessages?: number;
  /** A batch goes out when nothing was added to its scope for this long. Default: 30_000 ms. */
  readonly idleMs?: number;
}

/** How often and how late a failed store is tried again. Waits are drawn at random below their bound. */
export interface RetryOptions {
  /** An entry is given up after this many failures. Default: 8. */
  readonly maxFailures?: number;
  /** The first wait is at most this long; each further failure doubles it. Default: 1_000 ms. */
  readonly baseMs?: number;
  /** No wait is longer. Default: 300_000 ms. */
  readonly maxMs?: number;
  /** An add of the backend that takes longer is aborted and has failed. Default: 300_000 ms. */
  readonly timeoutMs?: number;
}

/** Runs something later; gives back how to call it off. */
export type Schedule = (run: () => void, delayMs: number) => () => void;

/** A backend, the journal before it, and how they work together. */
export interface DurableMemoryOptions {
  /** Stores the memories and answers searches. */
  readonly backend: MemoryBackend;
  /** Keeps what is not stored yet. */
  readonly journal: Journal;
  /** Messages of one conversation are added together: Mem0's fixed prompt is then paid once. */
  readonly batch?: BatchOptions;
  /** When what failed is tried again. */
  readonly retry?: RetryOptions;
  /** Called with what became of the entries. One that throws is ignored. */
  readonly onEvent?: (event: DurableMemoryEvent) => void;
  /** Default: a timer that does not keep the process alive. */
  readonly schedule?: Schedule;
  /** From 0 to 1. Default: Math.random. */
  readonly random?: () => number;
  /** Epoch milliseconds. Default: Date.now. */
  readonly now?: () => number;
}
