import { isFree, type Model, type Tier, tierOf } from '@tierwise/catalog';
import { estimateAbilities } from '../ability/estimate-abilities.ts';

/** A model with what choosing needs of it, computed once a catalogue instead of once a call. */
export interface IndexedModel {
  readonly model: Model;
  /** `null` when its price is unknown, dynamic, or zero without being free. */
  readonly tier: Tier | null;
  readonly free: boolean;
  /** Estimated ability in points of the intelligence index (about 0 … 70 in 2026). */
  readonly ability: number;
}

export type ModelIndex = readonly IndexedModel[];

/** Prepares a catalogue's models for choosing. Do it once for each catalogue and keep the result. */
export function indexModels(models: readonly Model[]): ModelIndex {
  const abilities = estimateAbilities(models);
  return models.map((model) => ({
    model,
    tier: tierOf(model),
    free: isFree(model),
    ability: abilities.get(model.id) ?? 0,
  }));
}
