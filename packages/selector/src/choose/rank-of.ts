import type { Suitable } from '../filter/suitable.ts';
import { modelAt } from './model-at.ts';

/** The rank of a model by its id; -1 when it is not suitable. */
export function rankOf(suitable: Suitable, modelId: string): number {
  for (let rank = 0; rank < suitable.size; rank += 1) {
    if (modelAt(suitable, rank).model.id === modelId) return rank;
  }
  return -1;
}
