import type { DataPolicy, Policy } from '@tierwise/selector';
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
  return { ...general, ...own, dataPolicy: tighter(general.dataPolicy, own.dataPolicy) };
}

function tighter(one: DataPolicy = 'any', other: DataPolicy = 'any'): DataPolicy {
  return LOOSEST_FIRST.indexOf(one) > LOOSEST_FIRST.indexOf(other) ? one : other;
}
