import type { ModelIndex } from '../model-index/index-models.ts';
import { neededBits } from '../model-index/masks.ts';
import { MOST_TOKENS, type ModelTable } from '../model-index/model-table.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { allowedModels } from './allowed-models.ts';
import { costObjection, healthObjection, type RuleContext } from './rules.ts';
import type { Suitable } from './suitable.ts';

/** Finds the models that satisfy every hard requirement. */
export function filterModels(index: ModelIndex, context: RuleContext): Suitable {
  return suitableModels(allowedModels(index, context.policy, context.at), context);
}

/** Finds, among the models that a policy leaves, those that satisfy the requirements of a call too. */
export function suitableModels(table: ModelTable, context: RuleContext): Suitable {
  const fitting = takeFitting(table, context.requirements);
  const { policy, unavailable } = context;
  const isDone =
    policy.maxCostUsd === undefined && (unavailable === undefined || unavailable.size === 0);
  return { table, size: isDone ? fitting : takeAskable(table, fitting, context) };
}

/** Puts the places of the models that can do what the call needs first, and returns how many they are. */
function takeFitting(table: ModelTable, requirements: Requirements): number {
  const { bits, contextTokens, workspace } = table;
  const { places } = workspace;
  const needed = neededBits(requirements.capabilities, requirements.inputModalities);
  const tokens = Math.min(
    Math.ceil(requirements.inputTokens.p95 + requirements.outputTokens.expected),
    MOST_TOKENS,
  );
  let size = 0;
  // Written without a branch, which no processor could foresee: a place that does not fit is written over by the next.
  for (let place = 0; place < bits.length; place += 1) {
    places[size] = place;
    const missing = needed & ~bits[place]!;
    const tooShort = (contextTokens[place]! - tokens) & SIGN_BIT;
    size += isZero(missing | tooShort);
  }
  return size;
}

/** Set in what is left of a window when the call does not fit into it. */
const SIGN_BIT = 1 << 31;

/** 1 for zero, 0 for any other 32-bit number. */
function isZero(value: number): number {
  return ((value | -value) >>> 31) ^ 1;
}

/** Of the places taken, keeps the models that may be asked now, at what they may cost. */
function takeAskable(
  { models, workspace }: ModelTable,
  taken: number,
  context: RuleContext,
): number {
  const { places } = workspace;
  let size = 0;
  for (let rank = 0; rank < taken; rank += 1) {
    const place = places[rank]!;
    const indexed = models[place]!;
    if (healthObjection(indexed, context) !== undefined) continue;
    if (costObjection(indexed, context) !== undefined) continue;
    places[size] = place;
    size += 1;
  }
  return size;
}
