import type { Model } from '@tierwise/catalog';
import {
  type CallLike,
  describeCall,
  estimateAbilities,
  NoCandidateError,
  type Requirements,
  selectCandidates,
} from '@tierwise/selector';
import { parseCallOptions } from '../options/call-options.ts';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import { mergePolicy } from './merge-policy.ts';
import type { Plan } from './plan.ts';

/** An AI SDK call with its provider options. */
export interface PlannedCall extends CallLike {
  readonly providerOptions?: { readonly [provider: string]: unknown } | undefined;
}

/** Decides calls: describe, then select. Nothing of a call is kept. */
export type Planner = (call: PlannedCall) => Plan;

/** Makes a planner over one catalogue; the models' abilities are estimated once. */
export function createPlanner(options: ResolvedOptions): Planner {
  const { catalog } = options;
  const abilities = estimateAbilities(catalog.models);
  return (call) => {
    const startedMs = options.clock.monotonicMs();
    const callOptions = parseCallOptions(call.providerOptions?.['tierwise']);
    const policy = mergePolicy(options.policy, callOptions);
    for (const id of policy.models ?? []) catalog.resolve(id);
    const requirements = describeCall(call, callOptions);
    const at = new Date(options.clock.nowMs());
    const selection = selectCandidates({
      models: catalog.models,
      requirements,
      policy,
      maxCandidates: options.maxCandidates,
      abilities,
      at,
    });
    return {
      callId: options.generateId(),
      requirements,
      policy,
      selection,
      baseline: baselineOf(options, requirements, at),
      decidedInMs: options.clock.monotonicMs() - startedMs,
      explain: callOptions.explain ?? options.explain,
      callOptions,
    };
  };
}

/** The model asked for, else the cheapest premium model that could have answered: a saving that is not flattered. */
function baselineOf(
  { catalog, baseline }: ResolvedOptions,
  requirements: Requirements,
  at: Date,
): Model | null {
  if (baseline !== undefined) return catalog.resolve(baseline).model;
  try {
    const { candidates } = selectCandidates({
      models: catalog.models,
      requirements: { ...requirements, difficulty: 0 },
      policy: { tier: 'premium' },
      maxCandidates: 1,
      at,
    });
    return catalog.get(candidates[0].modelId) ?? null;
  } catch (error) {
    if (NoCandidateError.isInstance(error)) return null;
    throw error;
  }
}
