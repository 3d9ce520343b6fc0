import type { Model, Tier } from '@tierwise/catalog';
import { filterModels } from '../filter/filter-models.ts';
import type { ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { rankModels } from './rank-models.ts';

export interface CheapestOfTierOptions {
  readonly index: ModelIndex;
  readonly requirements: Requirements;
  readonly tier: Tier;
  readonly at: Date;
}

/**
 * The cheapest model of a price band that could answer the call at all, whatever its ability: what a saving
 * can be told against without flattery. `null` when the band has none.
 */
export function cheapestOfTier({
  index,
  requirements,
  tier,
  at,
}: CheapestOfTierOptions): Model | null {
  const { suitable } = filterModels(index, { requirements, policy: { tier }, at });
  const easy = { ...requirements, difficulty: 0 };
  const first = rankModels({ suitable, requirements: easy, at }).candidates[0];
  return suitable.find(({ model }) => model.id === first?.modelId)?.model ?? null;
}
