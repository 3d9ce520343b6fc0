import type { IndexedModel } from '../model-index/index-models.ts';
import type { Suitable } from '../filter/filter-models.ts';

/** Suitable models with what the choice compares. A model is named by its rank among the suitable ones. */
export interface ScoredModels extends Suitable {
  /** The logit of P(ok) at the caution that was asked for, by rank. */
  readonly chances: Readonly<Float64Array>;
  /** Rough cost in USD, by rank. */
  readonly costs: Readonly<Float64Array>;
}

/** The model at a rank. */
export function modelAt({ table, places }: Suitable, rank: number): IndexedModel {
  return table.models[places[rank]!]!;
}

/** The rank of a model by its id; -1 when it is not suitable. */
export function rankOf({ table, places }: ScoredModels, modelId: string): number {
  return places.findIndex((place) => table.models[place]!.model.id === modelId);
}
