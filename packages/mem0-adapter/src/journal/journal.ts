import type { JSONObject } from '@ai-sdk/provider';
import type { MemoryMessage } from '../backend/memory-message.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';

/** A piece of conversation that waits to be remembered. */
export interface JournalEntry {
  /** The same key for the same scope, conversation and messages: appending twice stores once. */
  readonly key: string;
  readonly scope: MemoryScope;
  readonly messages: readonly MemoryMessage[];
  /** When the messages were said, ISO 8601. */
  readonly observedAt: string;
  readonly conversation?: string;
  readonly metadata?: JSONObject;
}

/** An entry together with what has been tried. */
export interface PendingJournalEntry extends JournalEntry {
  /** How often storing it has failed. */
  readonly failureCount: number;
  readonly lastFailure?: string;
}

/** Which of the waiting entries to read. */
export interface JournalPendingOptions {
  /** At most this many entries, oldest first. */
  readonly limit: number;
  /** Only entries of exactly this scope. */
  readonly scope?: MemoryScope;
}

/** How many entries that were given up to read. */
export interface JournalDeadOptions {
  /** At most this many entries, oldest first. */
  readonly limit: number;
}

/** Which entry could not be stored, why, and what becomes of it. */
export interface JournalFailOptions {
  readonly key: string;
  /** Why storing failed; holds no message text. */
  readonly message: string;
  /** `false` takes the entry out of `pending` and keeps it in `dead` for a person to revive. */
  readonly isRetryable: boolean;
}

/** A scope that is kept for one process. */
export interface JournalLease {
  /** Prolongs it. Resolves to `false` where it had run out and another process keeps the scope now. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Written before a memory is extracted, so that a crash or a dead model loses no conversation. Every
 * driver passes `journalContract`.
 */
export interface Journal {
  /** Resolves once the entry outlives this process; a known key changes nothing. */
  append(entry: JournalEntry): Promise<void>;
  pending(options: JournalPendingOptions): Promise<readonly PendingJournalEntry[]>;
  /** The entry is stored and may be forgotten. */
  ack(key: string): Promise<void>;
  fail(options: JournalFailOptions): Promise<void>;
  /** Entries that were given up. */
  dead(options: JournalDeadOptions): Promise<readonly PendingJournalEntry[]>;
  /** Puts an entry that was given up back among the pending ones, with no failures counted. */
  revive(key: string): Promise<void>;
  /**
   * Keeps a scope for the caller while it stores what waits there; nothing where another process has
   * kept it for too long. Only where several processes may share the journal: absent where it belongs to
   * one. A lease whose process dies ends by itself.
   */
  lease?(scope: MemoryScope): Promise<JournalLease | undefined>;
  /** Gives back what the driver holds open. */
  close(): Promise<void>;
}
