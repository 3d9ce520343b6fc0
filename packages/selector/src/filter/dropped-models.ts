import type { IndexedModel, ModelIndex } from '../model-index/index-models.ts';
import { CALL_RULES, POLICY_RULES, type RuleContext } from './rules.ts';

/** A model that was left out, with the first rule that objected. */
export interface Dropped {
  readonly modelId: string;
  readonly rule: string;
  readonly detail: string;
}

/**
 * Every model that was left out and why. It is asked for far less often than a choice is made, so it is worked out
 * by itself, by the rules in words.
 */
export function droppedModels(index: ModelIndex, context: RuleContext): readonly Dropped[] {
  return index.flatMap((indexed) => firstObjection(indexed, context) ?? []);
}

function firstObjection(indexed: IndexedModel, context: RuleContext): Dropped | undefined {
  for (const [rule, ask] of [...POLICY_RULES, ...CALL_RULES]) {
    const detail = ask(indexed, context);
    if (detail !== undefined) return { modelId: indexed.model.id, rule, detail };
  }
  return undefined;
}
