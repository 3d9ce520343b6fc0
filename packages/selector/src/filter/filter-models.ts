import type { IndexedModel, ModelIndex } from '../model-index/index-models.ts';
import { RULES, type RuleContext } from './rules.ts';

/** A model that was left out, with the first rule that objected. */
export interface Dropped {
  readonly modelId: string;
  readonly rule: string;
  readonly detail: string;
}

export interface Filtered {
  readonly suitable: ModelIndex;
  readonly dropped: readonly Dropped[];
}

/** Splits models into those that satisfy every hard requirement and those that do not, with the reason. */
export function filterModels(index: ModelIndex, context: RuleContext): Filtered {
  const suitable: IndexedModel[] = [];
  const dropped: Dropped[] = [];
  for (const indexed of index) {
    const objection = firstObjection(indexed, context);
    if (objection === undefined) suitable.push(indexed);
    else dropped.push(objection);
  }
  return { suitable, dropped };
}

const RULES_IN_ORDER = Object.entries(RULES);

function firstObjection(indexed: IndexedModel, context: RuleContext): Dropped | undefined {
  for (const [rule, ask] of RULES_IN_ORDER) {
    const detail = ask(indexed, context);
    if (detail !== undefined) return { modelId: indexed.model.id, rule, detail };
  }
  return undefined;
}
