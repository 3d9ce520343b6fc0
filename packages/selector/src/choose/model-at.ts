import type { Suitable } from '../filter/suitable.ts';
import type { IndexedModel } from '../model-index/index-models.ts';

/** The model at a rank. */
export function modelAt({ table }: Suitable, rank: number): IndexedModel {
  return table.models[table.workspace.places[rank]!]!;
}
