import type { EngineOptions } from '../options/engine-options.ts';
import type { Plan } from '../plan/plan.ts';
import { regionObjection } from '../prepare/region-objection.ts';
import type { SpendGuard } from './guard-spend.ts';

type Gate = NonNullable<EngineOptions['gate']>;

/** What is asked before an attempt: region, then the call's maximum, then the user's own gate. */
export function gateOf(plan: Plan, spend: SpendGuard | undefined, theirs: Gate | undefined): Gate {
  return (candidate, params) => {
    const skip = regionObjection(candidate.id, params, plan) ?? spend?.objection(candidate.id);
    return skip === undefined ? theirs?.(candidate, params) : { skip };
  };
}
