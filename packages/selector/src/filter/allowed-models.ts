import type { ModelIndex } from '../model-index/index-models.ts';
import { makeModelTable, type ModelTable } from '../model-index/model-table.ts';
import type { Policy } from './policy.ts';
import { POLICY_RULES } from './rules.ts';
import { sameFilters } from './same-filters.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Policies that are remembered for a catalogue: programs use a handful. */
const MOST_REMEMBERED = 32;

interface Remembered {
  readonly policy: Policy;
  readonly day: number;
  readonly table: ModelTable;
}

/** Weak, so that a replaced catalogue is freed. A pure function's results: nothing about a call is kept. */
const rememberedByIndex = new WeakMap<ModelIndex, Remembered[]>();

/**
 * The models that a policy leaves, whatever the call. It depends on nothing but index, policy and day, so it is
 * worked out once for each and remembered.
 */
export function allowedModels(index: ModelIndex, policy: Policy, at: Date): ModelTable {
  const remembered = rememberedByIndex.get(index) ?? [];
  if (remembered.length === 0) rememberedByIndex.set(index, remembered);
  const day = Math.floor(at.getTime() / DAY_MS);
  for (const known of remembered) {
    if (known.day === day && sameFilters(known.policy, policy)) return known.table;
  }
  const context = { policy, at };
  const table = makeModelTable(
    index.filter((indexed) => POLICY_RULES.every(([, ask]) => ask(indexed, context) === undefined)),
  );
  if (remembered.length >= MOST_REMEMBERED) remembered.shift();
  remembered.push({ policy: copyOf(policy), day, table });
  return table;
}

/** The caller may change a policy, or a list in it, and ask again. */
function copyOf(policy: Policy): Policy {
  const { models, allow, deny } = policy;
  return { ...policy, models: models?.slice(), allow: allow?.slice(), deny: deny?.slice() };
}
