import type { DataPolicy, Goal, Policy } from '@tierwise/selector';
import type { TierwiseCallOptions } from '../options/call-options.ts';

const LOOSEST_FIRST: readonly DataPolicy[] = ['any', 'no-training', 'zdr'];

/** A call's own policy over the general one. The tighter data policy wins, whoever set it. */
export function mergePolicy(general: Policy, call: TierwiseCallOptions): Policy {
  const {
    task: _task,
    difficulty: _difficulty,
    session: _session,
    explain: _explain,
    ...own
  } = call;
  return {
    ...(GOAL_KEYS.some((key) => own[key] !== undefined) ? withoutGoal(general) : general),
    ...own,
    dataPolicy: tighter(general.dataPolicy, own.dataPolicy),
  };
}

/** `latencyUsdPerSecond` is none of them: waiting has its price under any goal, and naming it changes no goal. */
const GOAL_KEYS = [
  'profile',
  'target',
  'confidence',
  'dial',
  'valueUsd',
] as const satisfies readonly (keyof Goal)[];

/** A call that says what it wants means it whole: a general target must not outweigh its profile. */
function withoutGoal({
  profile: _profile,
  target: _target,
  confidence: _confidence,
  dial: _dial,
  valueUsd: _valueUsd,
  ...rest
}: Policy): Policy {
  return rest;
}

function tighter(one: DataPolicy = 'any', other: DataPolicy = 'any'): DataPolicy {
  return LOOSEST_FIRST.indexOf(one) > LOOSEST_FIRST.indexOf(other) ? one : other;
}
