import type { ModelIndex } from '../model-index/index-models.ts';
import { makeModelTable, type ModelTable } from '../model-index/model-table.ts';
import type { Policy } from './policy.ts';
import { POLICY_RULES } from './rules.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Policies that are remembered for a catalogue: programs use a handful. */
const MOST_REMEMBERED = 32;

/** Weak, so that a replaced catalogue is freed. A pure function's results: nothing about a call is kept. */
const remembered = new WeakMap<ModelIndex, Map<string, ModelTable>>();

/**
 * The models that a policy leaves, whatever the call. It depends on nothing but index, policy and day, so it is
 * worked out once for each and remembered.
 */
export function allowedModels(index: ModelIndex, policy: Policy, at: Date): ModelTable {
  const byPolicy = remembered.get(index) ?? new Map<string, ModelTable>();
  remembered.set(index, byPolicy);
  const key = keyOf(policy, at);
  const known = byPolicy.get(key);
  if (known !== undefined) return known;
  const context = { policy, at };
  const allowed = makeModelTable(
    index.filter((indexed) => POLICY_RULES.every(([, ask]) => ask(indexed, context) === undefined)),
  );
  if (byPolicy.size >= MOST_REMEMBERED) byPolicy.delete(byPolicy.keys().next().value ?? '');
  byPolicy.set(key, allowed);
  return allowed;
}

/** Everything that {@link POLICY_RULES} read. A day's end may pass between two calls, hence the whole hours left. */
function keyOf(policy: Policy, at: Date): string {
  const { tier, pool, allowFree, models, allow, deny, dataPolicy, expiringWithinDays, profile } =
    policy;
  const day = Math.floor(at.getTime() / DAY_MS);
  const parts = [tier, pool, allowFree, dataPolicy, expiringWithinDays, profile, day].join('|');
  return models === undefined && allow === undefined && deny === undefined
    ? parts
    : `${parts}${JSON.stringify([models, allow, deny])}`;
}
