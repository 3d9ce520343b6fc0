import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Turn } from './find-turn.ts';

/** One call of the model, as the memory sees it. */
export interface MemoryCall {
  readonly scope: MemoryScope;
  readonly conversation?: string;
  readonly recalls: boolean;
  readonly stores: boolean;
  readonly turn: Turn;
  readonly abortSignal?: AbortSignal;
}
