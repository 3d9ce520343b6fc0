import type { JSONObject } from '@ai-sdk/provider';
import type { Mem0LlmUsage } from './mem0-llm-usage.ts';
import type { MemoryChange } from './memory-change.ts';
import type { MemoryMessage } from './memory-message.ts';
import type { MemoryScope } from './memory-scope.ts';
import type { Memory } from './memory.ts';

interface Abortable {
  /** Ends the call, which then rejects; what was done by then stays done. */
  readonly abortSignal?: AbortSignal;
}

/** What to remember: a piece of conversation, whose it is and when it was said. */
export interface MemoryAddOptions extends Abortable {
  /** What was said, in order. Instructions and blank messages are left out. */
  readonly messages: readonly MemoryMessage[];
  /** Whose memory it becomes. */
  readonly scope: MemoryScope;
  /** When the messages were said, ISO 8601: what "yesterday" in them is measured from. */
  readonly observedAt: string;
  /** The conversation they belong to. Default: the scope's `runId`, else the day of `observedAt`. */
  readonly conversation?: string;
  /** Kept beside each memory, and given back with it. */
  readonly metadata?: JSONObject;
  /** The messages may have been added before, as after a crash: look for their ids first. */
  readonly isRetry?: boolean;
}

/** `accepted`: the backend works on it later, and what it stored is not known yet. */
export type MemoryAddResult =
  | {
      readonly type: 'stored';
      readonly memories: readonly Memory[];
      /** What a model used for it, one for each billed attempt; price from `usage.raw`. */
      readonly usages?: readonly Mem0LlmUsage[];
    }
  | { readonly type: 'accepted' };

/** What to look for, in whose memories, and how many to find. */
export interface MemorySearchOptions extends Abortable {
  /** A question or other words; not an expression of any language. */
  readonly query: string;
  /** Memories that carry each of these ids. */
  readonly scope: MemoryScope;
  /** At most this many memories, best first. */
  readonly topK: number;
}

/** Whose memories to list, and how many. */
export interface MemoryListOptions extends Abortable {
  /** Memories that carry each of these ids. */
  readonly scope: MemoryScope;
  /** At most this many memories. */
  readonly limit: number;
}

/** Which memory is meant. */
export interface MemoryIdOptions extends Abortable {
  /** Of a memory, whatever its scope: check whose it is before an untrusted caller's id is used. */
  readonly id: string;
}

/** Which memory is to say something else. */
export interface MemoryUpdateOptions extends MemoryIdOptions {
  /** What the memory says from now on. */
  readonly text: string;
}

/** Whose memories are to go. */
export interface MemoryDeleteAllOptions extends Abortable {
  /** Memories that carry each of these ids go. */
  readonly scope: MemoryScope;
}

/**
 * The port that middleware and tools talk to, whatever keeps the memories. A method that could not
 * do its work rejects: an empty answer always means that there is nothing.
 */
export interface MemoryBackend {
  add(options: MemoryAddOptions): Promise<MemoryAddResult>;
  search(options: MemorySearchOptions): Promise<readonly Memory[]>;
  list(options: MemoryListOptions): Promise<readonly Memory[]>;
  get(options: MemoryIdOptions): Promise<Memory | undefined>;
  update(options: MemoryUpdateOptions): Promise<void>;
  delete(options: MemoryIdOptions): Promise<void>;
  deleteAll(options: MemoryDeleteAllOptions): Promise<void>;
  /** Changes of one memory, newest first; absent where the backend keeps none. */
  history?(options: MemoryIdOptions): Promise<readonly MemoryChange[]>;
  /** Resolves when everything added so far is stored; absent where `add` already waits for it. */
  flush?(): Promise<void>;
}
