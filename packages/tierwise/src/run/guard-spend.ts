import { estimateCost } from '@tierwise/pricing';
import { createSpendLimit } from '@tierwise/pricing/limit';
import type { EngineOptions } from '../options/engine-options.ts';
import type { Plan } from '../plan/plan.ts';
import { costOfAttempt } from '../report/cost-of-attempt.ts';

/** What keeps the attempts of one call below `maxCostUsd` together. */
export interface SpendGuard {
  /** Why a model must not be asked any more. */
  readonly objection: (modelId: string) => string | undefined;
  /** Whether one of the models that have not been asked may still be asked. */
  readonly hasRoom: () => boolean;
  readonly events: Pick<NonNullable<EngineOptions['events']>, 'onAttempt' | 'onAttemptEnd'>;
}

/** Counts each attempt as its estimate while it runs or if its cost stays unknown, and as its cost otherwise. */
export function guardSpend(plan: Plan, maxUsd: string): SpendGuard {
  const limit = createSpendLimit({ maxUsd });
  const worstOf = (modelId: string): string | null => worstCost(plan, modelId);
  const asked = new Set<string>();
  const objection = (modelId: string): string | undefined => limit.objection(worstOf(modelId));
  return {
    objection,
    hasRoom: () =>
      plan.selection.candidates.some(
        ({ modelId }) => !asked.has(modelId) && objection(modelId) === undefined,
      ),
    events: {
      onAttempt: ({ candidateId }) => {
        asked.add(candidateId);
        limit.reserve(candidateId, worstOf(candidateId));
      },
      onAttemptEnd: ({ attempt }) =>
        limit.settle(attempt.candidateId, costOfAttempt(attempt, plan.catalog).usd),
    },
  };
}

function worstCost({ catalog, requirements, at }: Plan, modelId: string): string | null {
  const model = catalog.get(modelId);
  if (model === undefined) return null;
  const { inputTokens, outputTokens } = requirements;
  return estimateCost({ model, inputTokens: inputTokens.p95, outputTokens: outputTokens.p95, at });
}
