import type { Model } from '@tierwise/catalog';
import { compareUsd, estimateCost } from '@tierwise/pricing';
import type { IndexedModel } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { matchesGlob } from './matches-glob.ts';
import type { Policy } from './policy.ts';

export interface RuleContext {
  readonly requirements: Requirements;
  readonly policy: Policy;
  readonly at: Date;
}

/** Says why a model is out, or `undefined` when the rule has nothing against it. */
export type Rule = (indexed: IndexedModel, context: RuleContext) => string | undefined;

const DAY_MS = 24 * 3600 * 1000;
const DEFAULT_EXPIRING_WITHIN_DAYS = 3;

/** The hard filters by name, in the order in which they are asked; the first objection is the recorded one. */
export const RULES: { readonly [name: string]: Rule } = {
  'not-listed': ({ model }, { policy }) =>
    policy.models === undefined || policy.models.includes(model.id)
      ? undefined
      : 'not among the models asked for',
  allow: ({ model }, { policy }) =>
    policy.allow === undefined || matchesAny(model.id, policy.allow)
      ? undefined
      : 'matches no allowed pattern',
  deny: ({ model }, { policy }) =>
    policy.deny !== undefined && matchesAny(model.id, policy.deny)
      ? 'matches a denied pattern'
      : undefined,
  'moving-target': ({ model }, { policy }) =>
    isMovingTarget(model) && !policy.models?.includes(model.id)
      ? 'an alias or router: what answers changes'
      : undefined,
  batch: ({ model }) =>
    model.variant === 'batch' ? 'answers in batches, not in a call' : undefined,
  output: ({ model }) =>
    isTextModel(model)
      ? undefined
      : `answers with ${model.outputModalities.join(', ') || 'nothing known'}`,
  modality: ({ model }, { requirements }) =>
    missing('input', requirements.inputModalities, model.inputModalities),
  capability: ({ model }, { requirements }) =>
    missing('capability', requirements.capabilities, model.capabilities),
  context: ({ model }, { requirements }) => contextObjection(model, requirements),
  expiring: ({ model }, { policy, at }) =>
    expiryObjection(model, at, policy.expiringWithinDays ?? DEFAULT_EXPIRING_WITHIN_DAYS),
  'unknown-price': ({ tier }) =>
    tier === null ? 'its price is not known before the call' : undefined,
  tier: ({ tier }, { policy }) =>
    policy.tier === undefined || tier === policy.tier
      ? undefined
      : `costs ${tier}, asked for ${policy.tier}`,
  'free-consent': ({ model, free }, { policy }) =>
    free && !mayUseFree(model, policy) ? 'free models need consent (allowFree)' : undefined,
  'data-policy': ({ free }, { policy }) =>
    free && (policy.dataPolicy ?? 'any') !== 'any'
      ? 'free endpoints may train on prompts'
      : undefined,
  'max-cost': ({ model }, context) => costObjection(model, context),
};

function matchesAny(id: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(id, glob));
}

function isMovingTarget(model: Model): boolean {
  return model.id.startsWith('~') || model.vendor === 'openrouter' || model.prices.dynamic;
}

function isTextModel(model: Model): boolean {
  return model.outputModalities.length === 1 && model.outputModalities[0] === 'text';
}

function missing(
  kind: string,
  needed: readonly string[],
  offered: readonly string[],
): string | undefined {
  const absent = needed.filter((name) => !offered.includes(name));
  return absent.length === 0 ? undefined : `${kind} missing: ${absent.join(', ')}`;
}

/** The whole conversation and its answer must fit; an unknown window is no promise. */
function contextObjection(
  model: Model,
  { inputTokens, outputTokens }: Requirements,
): string | undefined {
  const needed = inputTokens.p95 + outputTokens.expected;
  if (model.contextTokens === null) return 'its window is not known';
  return model.contextTokens < needed
    ? `window ${model.contextTokens} < ${needed} tokens`
    : undefined;
}

function expiryObjection(model: Model, at: Date, withinDays: number): string | undefined {
  if (model.expiresOn === null) return undefined;
  const left = (Date.parse(model.expiresOn) - at.getTime()) / DAY_MS;
  return left <= withinDays ? `announced to go on ${model.expiresOn}` : undefined;
}

/** A user who names a free model or the free tier has consented. */
function mayUseFree(model: Model, policy: Policy): boolean {
  return (
    policy.allowFree === true ||
    policy.tier === 'free' ||
    policy.models?.includes(model.id) === true
  );
}

function costObjection(
  model: Model,
  { policy, requirements, at }: RuleContext,
): string | undefined {
  if (policy.maxCostUsd === undefined) return undefined;
  const worst = estimateCost({
    model,
    inputTokens: requirements.inputTokens.p95,
    outputTokens: requirements.outputTokens.p95,
    at,
  });
  if (worst === null) return 'its price is not known, and a maximum was set';
  return compareUsd(worst, policy.maxCostUsd) > 0
    ? `up to $${worst} > $${policy.maxCostUsd}`
    : undefined;
}
