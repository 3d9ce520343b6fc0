import type { Model, Tier } from '@tierwise/catalog';
import { filterModels } from '../filter/filter-models.ts';
import type { ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { rankModels } from './rank-models.ts';

/** A call as `describeCall` describes it, and the price band to look in. */
export interface FirstOfTierOptions {
  readonly index: ModelIndex;
  readonly requirements: Requirements;
  readonly tier: Tier;
  readonly at: Date;
}

/**
 * The model that a call would have got first if it had asked for this price band. You want it to say what was saved: price the
 * call's tokens with it (`costOf` of `@tierwise/pricing`), as `tierwise` does with the premium band.
 * `null` when the band has no model that fits the call.
 */
export function firstOfTier({ index, requirements, tier, at }: FirstOfTierOptions): Model | null {
  const suitable = filterModels(index, { requirements, policy: { tier }, at });
  const [first] = rankModels({ suitable, requirements, goal: {}, count: 1, at }).candidates;
  const chosen = suitable.table.models.find(({ model }) => model.id === first?.modelId);
  return chosen?.model ?? null;
}
