import type { JSONObject } from '@ai-sdk/provider';
import type { MemoryScope } from './memory-scope.ts';

/** One remembered statement. Its text is untrusted input: a model wrote it from what a user said. */
export interface Memory {
  readonly id: string;
  readonly text: string;
  readonly scope: MemoryScope;
  /** `turn`: said in these words. `fact`: extracted by a model. Absent where the backend keeps one kind. */
  readonly kind?: 'turn' | 'fact';
  /** Whose words it was drawn from, where the backend knows. */
  readonly attributedTo?: 'user' | 'assistant';
  /** Memories that it is related to, such as the one that it changes; some may be gone since. */
  readonly linkedIds?: readonly string[];
  /** Relevance to the query, 0 to 1; only on results of a search. */
  readonly score?: number;
  /** ISO 8601. */
  readonly createdAt?: string;
  /** ISO 8601. */
  readonly updatedAt?: string;
  readonly metadata?: JSONObject;
}
