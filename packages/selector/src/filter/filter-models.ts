import type { Model } from '@tierwise/catalog';
import { RULES, type RuleContext } from './rules.ts';

/** A model that was left out, with the first rule that objected. */
export interface Dropped {
  readonly modelId: string;
  readonly rule: string;
  readonly detail: string;
}

export interface Filtered {
  readonly suitable: readonly Model[];
  readonly dropped: readonly Dropped[];
}

/** Splits models into those that satisfy every hard requirement and those that do not, with the reason. */
export function filterModels(models: readonly Model[], context: RuleContext): Filtered {
  const suitable: Model[] = [];
  const dropped: Dropped[] = [];
  for (const model of models) {
    const objection = firstObjection(model, context);
    if (objection === undefined) suitable.push(model);
    else dropped.push(objection);
  }
  return { suitable, dropped };
}

function firstObjection(model: Model, context: RuleContext): Dropped | undefined {
  for (const [rule, ask] of Object.entries(RULES)) {
    const detail = ask(model, context);
    if (detail !== undefined) return { modelId: model.id, rule, detail };
  }
  return undefined;
}
