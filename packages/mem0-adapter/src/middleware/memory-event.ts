import type { MediaKind } from '../message/part-to-text.ts';

/** What the memory did around a call. Holds no text of a memory or a message. */
export type MemoryEvent =
  | {
      readonly type: 'recalled';
      /** How many memories went into the prompt, and their tokens (estimated). */
      readonly memoryCount: number;
      readonly tokens: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'recall-failed';
      readonly reason: 'timeout' | 'error' | 'aborted';
      readonly message: string;
      readonly durationMs: number;
    }
  | { readonly type: 'stored'; readonly result: 'stored' | 'accepted'; readonly durationMs: number }
  | { readonly type: 'store-failed'; readonly message: string }
  /** A turn was stored in which images or files are marks such as `[image]`: what they show is not kept. */
  | { readonly type: 'media-omitted'; readonly kinds: readonly MediaKind[] }
  /** The call went on without memory: it names nobody, or names somebody in a wrong way. */
  | {
      readonly type: 'skipped';
      readonly reason: 'no-scope' | 'invalid-options';
      readonly message: string;
    };
