import type { IndexedModel, ModelIndex } from '../model-index/index-models.ts';
import { neededCapabilityMask, neededModalityMask } from '../model-index/masks.ts';
import type { ModelTable } from '../model-index/model-table.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { allowedModels } from './allowed-models.ts';
import { CALL_RULES, POLICY_RULES, type RuleContext } from './rules.ts';

/** A model that was left out, with the first rule that objected. */
export interface Dropped {
  readonly modelId: string;
  readonly rule: string;
  readonly detail: string;
}

/** Models that satisfy every hard requirement: their places in a table. */
export interface Suitable {
  readonly table: ModelTable;
  readonly places: readonly number[];
}

/** Finds the models that satisfy every hard requirement. */
export function filterModels(index: ModelIndex, context: RuleContext): Suitable {
  const { requirements, policy, at, unavailable } = context;
  const table = allowedModels(index, policy, at);
  const fitting = fittingPlaces(table, requirements);
  if (policy.maxCostUsd === undefined && unavailable === undefined)
    return { table, places: fitting };
  const places = fitting.filter(
    (place) => firstObjection(table.models[place]!, context) === undefined,
  );
  return { table, places };
}

function fittingPlaces(table: ModelTable, requirements: Requirements): number[] {
  const { capabilityBits, modalityBits, contextTokens } = table;
  const capabilities = neededCapabilityMask(requirements.capabilities);
  const modalities = neededModalityMask(requirements.inputModalities);
  const tokens = requirements.inputTokens.p95 + requirements.outputTokens.expected;
  const places: number[] = [];
  for (let place = 0; place < contextTokens.length; place += 1) {
    if ((capabilityBits[place]! & capabilities) !== capabilities) continue;
    if ((modalityBits[place]! & modalities) !== modalities) continue;
    if (contextTokens[place]! >= tokens) places.push(place);
  }
  return places;
}

/**
 * Every model that was left out and why. It is asked for far less often than a choice is made, so it is worked out
 * by itself, by the rules in words.
 */
export function droppedModels(index: ModelIndex, context: RuleContext): readonly Dropped[] {
  return index.flatMap((indexed) => firstObjection(indexed, context) ?? []);
}

function firstObjection(indexed: IndexedModel, context: RuleContext): Dropped | undefined {
  for (const [rule, ask] of POLICY_RULES) {
    const detail = ask(indexed, context);
    if (detail !== undefined) return { modelId: indexed.model.id, rule, detail };
  }
  for (const [rule, ask] of CALL_RULES) {
    const detail = ask(indexed, context);
    if (detail !== undefined) return { modelId: indexed.model.id, rule, detail };
  }
  return undefined;
}
