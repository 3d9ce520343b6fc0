import type { FallbackCandidate } from '@tierwise/fallback-middleware';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import type { Plan } from '../plan/plan.ts';
import { prepareParams } from '../prepare/prepare-params.ts';
import type { RunOptions } from './run-options.ts';
import { factsOf } from './facts-of.ts';

/** Whom to ask: the models that were chosen, then the wrapped one if it may be asked. */
export function candidatesOf(
  plan: Plan,
  { wrapped }: RunOptions,
  { provider, lastResort }: ResolvedOptions,
): FallbackCandidate[] {
  const chosen = plan.selection.candidates.map(({ modelId }): FallbackCandidate => {
    const { model } = plan.catalog.resolve(modelId);
    return {
      id: modelId,
      model: provider.languageModel(modelId),
      prepare: (params) => prepareParams(params, model, plan),
      facts: factsOf(model),
    };
  });
  return wrapped === undefined || lastResort === 'none'
    ? chosen
    : [...chosen, wrappedCandidate(plan, wrapped)];
}

/** The data policy and the region bind the wrapped model, too. */
function wrappedCandidate(
  plan: Plan,
  wrapped: NonNullable<RunOptions['wrapped']>,
): FallbackCandidate {
  const id = wrapped.modelId;
  const model = plan.catalog.get(id) ?? { id, capabilities: [], reasoning: null };
  return { id, model: wrapped, prepare: (params) => prepareParams(params, model, plan) };
}
