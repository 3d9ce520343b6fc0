import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createRetryBudget } from '../chain/retry-budget.ts';
import type { MaybePromise } from '../chain/pending.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { createFeatureMemory } from '../fit/feature-memory.ts';
import { toLanguageCandidates, type LanguageCandidate } from '../language/language-candidate.ts';
import type { LanguageOptions } from '../language/language-options.ts';
import type { PreparedCall } from '../language/prepared-call.ts';
import { createStreamRetryMemory } from '../recovery/stream-retry-memory.ts';
import { defaultMetadata } from './default-metadata.ts';
import { toCandidates, type ModelList, type ModelListInput } from './model-list.ts';

/** What {@link createPlanSource} needs. */
export interface PlanSourceOptions extends LanguageOptions {
  readonly models: ModelList;
}

/** Makes a call of the engine; `first` is a wrapped model that is asked before the list. */
export type PlanSource = (
  input: ModelListInput,
  first?: LanguageModelV4,
) => MaybePromise<PreparedCall>;

/** Does once what does not depend on the call: checks options, upgrades a fixed list, creates what calls share. */
export function createPlanSource(options: PlanSourceOptions): PlanSource {
  const { models, ...rest } = options;
  const retryBudget = options.retryBudget ?? createRetryBudget();
  const shared = {
    featureMemory: createFeatureMemory(),
    streamRetryMemory: createStreamRetryMemory(),
    metadata: defaultMetadata,
    ...rest,
    resolved: resolveChainOptions({ ...rest, retryBudget }),
  };
  const prepared = (
    params: LanguageModelV4CallOptions,
    candidates: readonly LanguageCandidate[],
  ): PreparedCall => ({ ...shared, params, candidates });
  if (typeof models === 'function') {
    return async (input, first) =>
      prepared(
        input.params,
        toLanguageCandidates(toCandidates([...before(first), ...(await models(input))])),
      );
  }
  const planFor = rememberingPlan((first) =>
    toLanguageCandidates(toCandidates([...before(first), ...models])),
  );
  return ({ params }, first) => prepared(params, planFor(first));
}

function before(first: LanguageModelV4 | undefined): LanguageModelV4[] {
  return first === undefined ? [] : [first];
}

/** One plan for each wrapped model, as a middleware may wrap several. */
function rememberingPlan(
  make: (first: LanguageModelV4 | undefined) => LanguageCandidate[],
): (first: LanguageModelV4 | undefined) => readonly LanguageCandidate[] {
  const plans = new WeakMap<LanguageModelV4, LanguageCandidate[]>();
  let alone: LanguageCandidate[] | undefined;
  return (first) => {
    if (first === undefined) return (alone ??= make(undefined));
    const known = plans.get(first) ?? make(first);
    plans.set(first, known);
    return known;
  };
}
