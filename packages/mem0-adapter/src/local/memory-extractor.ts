import type { MemoryMessage } from '../backend/memory-message.ts';

/** A piece of conversation to draw facts from. */
export interface ExtractMemoriesOptions {
  readonly messages: readonly MemoryMessage[];
  /** When they were said, ISO 8601: what "yesterday" in them is measured from. */
  readonly observedAt: string;
  /** Memories that may say the same already. */
  readonly known: readonly string[];
  readonly abortSignal?: AbortSignal;
}

/** One statement worth keeping. */
export interface ExtractedFact {
  readonly text: string;
  readonly attributedTo?: 'user' | 'assistant';
}

/** Draws facts from a conversation. An empty list means that there is nothing; a failure rejects. */
export type MemoryExtractor = (
  options: ExtractMemoriesOptions,
) => PromiseLike<readonly ExtractedFact[]>;
