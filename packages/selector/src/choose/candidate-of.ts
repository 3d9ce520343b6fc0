import { abilityKindOf } from '../ability/ability-kind.ts';
import { logistic } from '../ability/success.ts';
import { exactCost } from '../model-index/exact-price.ts';
import type { Candidate } from './candidate.ts';
import { modelAt } from './model-at.ts';
import type { PickedModel } from './picked-model.ts';
import type { ScoreModelsOptions } from './score-models.ts';

/** A scored model as it is handed out: priced exactly, with its reason. */
export function candidateOf(
  { rank, reason }: PickedModel,
  { suitable, requirements, at, warm }: ScoreModelsOptions,
): Candidate {
  const indexed = modelAt(suitable, rank);
  const { model, tier, abilities } = indexed;
  const estCostUsd = exactCost(indexed, {
    inputTokens: requirements.inputTokens.expected,
    outputTokens: requirements.outputTokens.expected,
    cachedInputTokens: warm?.modelId === model.id ? warm.cachedInputTokens : 0,
    at,
  });
  // The filters let no model without a price through; this assures the compiler, and names a broken index.
  if (estCostUsd === null || tier === null)
    throw new TypeError(
      `${model.id} has no price, so it cannot be a candidate; index the models again.`,
    );
  return {
    modelId: model.id,
    tier,
    ability: abilities[abilityKindOf(requirements.task)].points,
    pOk: Math.round(logistic(-suitable.table.workspace.losses[rank]!) * 1000) / 1000,
    estCostUsd,
    reason,
  };
}
