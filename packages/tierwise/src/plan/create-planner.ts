import {
  type CallLike,
  describeCall,
  type DescribeCallOptions,
  firstOfTier,
  selectCandidates,
  type WarmMemory,
} from '@tierwise/selector';
import type { TierwiseCallOptions } from '../options/call-options.ts';
import { parseCallOptions } from '../options/parse-call-options.ts';
import type { ResolvedOptions } from '../options/tierwise-options.ts';
import { createIndexCache } from './create-index-cache.ts';
import { mergePolicy } from './merge-policy.ts';
import type { Plan } from './plan.ts';

/** An AI SDK call with its provider options. */
export interface PlannedCall extends CallLike {
  readonly providerOptions?: { readonly [provider: string]: unknown } | undefined;
}

/** Decides calls: describe, then select. Nothing of a call is kept. What a classifier said stands below the call's own words. */
export type Planner = (call: PlannedCall, classified?: DescribeCallOptions) => Plan;

/** Makes a planner; each catalogue it meets is indexed once. */
export function createPlanner(options: ResolvedOptions, warm: Pick<WarmMemory, 'warmOf'>): Planner {
  const { clock, maxCandidates, calibration, learner, abilities, endpoints, speeds } = options;
  const indexOf = createIndexCache({ abilities, endpoints, speeds });
  return (call, classified = {}) => {
    const startedMs = clock.monotonicMs();
    const catalog = options.currentCatalog();
    const index = indexOf(catalog);
    const callOptions = parseCallOptions(call.providerOptions?.['tierwise']);
    const policy = mergePolicy(options.policy, callOptions);
    // A misspelt id is an error of its own, with the nearest ids, instead of "no model fits".
    for (const id of policy.models ?? []) catalog.resolve(id);
    const requirements = describeCall(call, {
      ...classified,
      ...described(callOptions),
      calibration,
    });
    const nowMs = clock.nowMs();
    const at = new Date(nowMs);
    const { session } = callOptions;
    const selection = selectCandidates({
      index,
      requirements,
      policy,
      maxCandidates,
      at,
      warm: session === undefined ? undefined : warm.warmOf(session, nowMs),
      offsetOf: learner?.offsetOf,
      escalating: options.escalateBelow !== null,
    });
    const baseline =
      options.baseline === undefined
        ? firstOfTier({ index, requirements, tier: 'premium', at })
        : catalog.resolve(options.baseline).model;
    return {
      callId: options.generateId(),
      catalog,
      at,
      endpoints,
      requirements,
      policy,
      selection,
      baseline,
      decidedInMs: clock.monotonicMs() - startedMs,
      explain: callOptions.explain ?? options.explain,
      callOptions,
    };
  };
}

/** What the call itself says of its work; an absent word leaves the classifier's. */
function described({ task, difficulty }: TierwiseCallOptions): DescribeCallOptions {
  return {
    ...(task === undefined ? {} : { task }),
    ...(difficulty === undefined ? {} : { difficulty }),
  };
}
