import { estimateCost } from '@tierwise/pricing';
import { abilityKindOf } from '../ability/ability-kind.ts';
import { logistic } from '../ability/success.ts';
import type { Candidate } from './candidate.ts';
import { cachedOf, type ScoreModelsOptions } from './score-models.ts';
import { modelAt, type ScoredModels } from './scored-models.ts';

/** A scored model as it is handed out: priced exactly, with its reason. */
export function candidateOf(
  scored: ScoredModels,
  { rank, reason }: { readonly rank: number; readonly reason: string },
  { requirements, at, warm }: ScoreModelsOptions,
): Candidate {
  const { model, tier, abilities } = modelAt(scored, rank);
  const estCostUsd = estimateCost({
    model,
    inputTokens: requirements.inputTokens.expected,
    outputTokens: requirements.outputTokens.expected,
    ...(warm?.modelId === model.id ? cachedOf(warm) : {}),
    at,
  });
  // The filters let no model without a price through; this tells the compiler, and a broken index.
  if (estCostUsd === null || tier === null)
    throw new TypeError(
      `${model.id} has no price, so it cannot be a candidate; index the models again.`,
    );
  return {
    modelId: model.id,
    tier,
    ability: abilities[abilityKindOf(requirements.task)].points,
    pOk: Math.round(logistic(scored.chances[rank]!) * 1000) / 1000,
    estCostUsd,
    reason,
  };
}
