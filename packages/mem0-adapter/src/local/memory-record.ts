import type { JSONObject } from '@ai-sdk/provider';
import type { MemoryScope } from '../backend/memory-scope.ts';

/** What `localMemory` keeps of one thing that was said or extracted. */
export interface MemoryRecord {
  readonly id: string;
  readonly kind: 'turn' | 'fact';
  readonly text: string;
  readonly scope: MemoryScope;
  /** Records of one conversation stand beside each other in the order in which they came. */
  readonly conversation: string;
  readonly attributedTo?: 'user' | 'assistant';
  /** When it was said, ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt?: string;
  /** Embedding of the text, where there was an embedder and it answered. */
  readonly vector?: readonly number[];
  readonly metadata?: JSONObject;
}
