import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import { noModels } from '../candidate/to-candidates.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import type { MaybePromise } from '../chain/pending.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { createFeatureMemory } from '../fit/feature-memory.ts';
import { within } from '../clock/within.ts';
import { toLanguageCandidates, type LanguageCandidate } from '../language/language-candidate.ts';
import type { LanguageOptions } from '../language/language-options.ts';
import type { PreparedCall } from '../language/prepared-call.ts';
import { createStreamRetryMemory } from '../recovery/stream-retry-memory.ts';
import { defaultMetadata } from './default-metadata.ts';
import { checkOptions } from './check-options.ts';
import {
  toLanguageEntries,
  type ModelEntry,
  type ModelList,
  type ModelListInput,
} from './model-list.ts';

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
  checkOptions(options);
  // Defaults by destructuring: an option that is there but undefined means the default, too.
  const {
    models,
    featureMemory = createFeatureMemory(),
    metadata = defaultMetadata,
    retryBudget = createRetryBudget(),
    streamRetryMemory = createStreamRetryMemory(),
    ...rest
  } = options;
  const resolved = resolveChainOptions({ ...rest, retryBudget });
  const shared = { ...rest, featureMemory, metadata, streamRetryMemory, resolved };
  const prepared = (
    params: LanguageModelV4CallOptions,
    candidates: readonly LanguageCandidate[],
  ): PreparedCall => ({ ...shared, params, candidates });
  if (typeof models === 'function') {
    return async (input, first) => {
      const { abortSignal: signal } = input.params;
      signal?.throwIfAborted();
      const { clock, totalTimeoutMs: timeoutMs } = resolved;
      const list = await within(Promise.resolve(models(input)), { clock, timeoutMs, signal });
      return prepared(input.params, planOf(first, toLanguageEntries(list)));
    };
  }
  const listed = toLanguageEntries(models);
  const planFor = rememberingPlan((first) => planOf(first, listed));
  return ({ params }, first) => prepared(params, planFor(first));
}

function planOf(
  first: LanguageModelV4 | undefined,
  listed: readonly FallbackCandidate[],
): LanguageCandidate[] {
  const entries: readonly ModelEntry[] = first === undefined ? listed : [first, ...listed];
  if (entries.length === 0) throw noModels(entries);
  return toLanguageCandidates(toLanguageEntries(entries));
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
