import { type Model, poolsOf, type Tier } from '@tierwise/catalog';
import { compareUsd, estimateCost } from '@tierwise/pricing';
import type { IndexedModel } from '../model-index/index-models.ts';
import { roughCost } from '../model-index/rough-price.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { matchesGlob } from './matches-glob.ts';
import type { Policy } from './policy.ts';

/** What the rules about the policy alone may look at. */
export interface PolicyContext {
  readonly policy: Policy;
  readonly at: Date;
}

/** What the rules about the call may look at beside it. */
export interface RuleContext extends PolicyContext {
  readonly requirements: Requirements;
  /** Models that are not to be asked now: cooling down, over quota. */
  readonly unavailable?: ReadonlySet<string> | undefined;
}

/** Says why a model is out, or `undefined` when the rule has nothing against it. */
export type Rule<Context> = (indexed: IndexedModel, context: Context) => string | undefined;

type NamedRule<Context> = readonly [name: string, ask: Rule<Context>];

const DAY_MS = 24 * 3600 * 1000;
const DEFAULT_EXPIRING_WITHIN_DAYS = 3;

/** Hard filters that depend on the policy and the day alone, in the order in which they are asked. */
export const POLICY_RULES: readonly NamedRule<PolicyContext>[] = [
  [
    'not-listed',
    ({ model }, { policy }) =>
      policy.models === undefined || policy.models.includes(model.id)
        ? undefined
        : 'not among the models asked for',
  ],
  [
    'allow',
    ({ model }, { policy }) =>
      policy.allow === undefined || matchesAny(model.id, policy.allow)
        ? undefined
        : 'matches no allowed pattern',
  ],
  [
    'deny',
    ({ model }, { policy }) =>
      policy.deny !== undefined && matchesAny(model.id, policy.deny)
        ? 'matches a denied pattern'
        : undefined,
  ],
  [
    'moving-target',
    ({ model }, { policy }) =>
      isMovingTarget(model) && !policy.models?.includes(model.id)
        ? 'an alias or router: what answers changes'
        : undefined,
  ],
  [
    'batch',
    ({ model }) => (model.variant === 'batch' ? 'answers in batches, not in a call' : undefined),
  ],
  [
    'output',
    ({ model }) =>
      isTextModel(model)
        ? undefined
        : `answers with ${model.outputModalities.join(', ') || 'nothing known'}`,
  ],
  [
    'expiring',
    ({ model }, { policy, at }) =>
      expiryObjection(model, at, policy.expiringWithinDays ?? DEFAULT_EXPIRING_WITHIN_DAYS),
  ],
  [
    'unknown-price',
    ({ tier }) => (tier === null ? 'its price is not known before the call' : undefined),
  ],
  ['anomalous-price', ({ model, free }) => priceAnomaly(model, free)],
  ['tier', ({ tier }, { policy }) => tierObjection(tier, policy)],
  [
    'pool',
    ({ model }, { policy }) =>
      policy.pool === undefined || poolsOf(model).includes(policy.pool)
        ? undefined
        : `is not in the pool ${policy.pool}`,
  ],
  [
    'free-consent',
    ({ model, free }, { policy }) =>
      free && !mayUseFree(model, policy) ? 'free models need consent (allowFree)' : undefined,
  ],
  [
    'data-policy',
    ({ free }, { policy }) =>
      free && (policy.dataPolicy ?? 'any') !== 'any'
        ? 'free endpoints may train on prompts'
        : undefined,
  ],
  ['region', regionObjection],
];

/** Hard filters that depend on the call. */
export const CALL_RULES: readonly NamedRule<RuleContext>[] = [
  [
    'modality',
    ({ model }, { requirements }) =>
      missing('input', requirements.inputModalities, model.inputModalities),
  ],
  [
    'capability',
    ({ model }, { requirements }) =>
      missing('capability', requirements.capabilities, model.capabilities),
  ],
  ['context', ({ model }, { requirements }) => contextObjection(model, requirements)],
  ['health', healthObjection],
  ['max-cost', costObjection],
];

/** Says that a model is not to be asked now. */
export function healthObjection(
  { model }: IndexedModel,
  { unavailable }: RuleContext,
): string | undefined {
  return unavailable?.has(model.id) === true ? 'is not available at the moment' : undefined;
}

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

/** Whole days, so that the answer is the same all day. */
function expiryObjection(model: Model, at: Date, withinDays: number): string | undefined {
  if (model.expiresOn === null) return undefined;
  const today = Math.floor(at.getTime() / DAY_MS);
  const left = Date.parse(model.expiresOn) / DAY_MS - today;
  return left <= withinDays ? `announced to go on ${model.expiresOn}` : undefined;
}

function tierObjection(tier: Tier | null, { tier: asked, profile }: Policy): string | undefined {
  const wanted = profile === 'free-only' ? 'free' : asked;
  return wanted === undefined || tier === wanted ? undefined : `costs ${tier}, asked for ${wanted}`;
}

/** Tokens that cost nothing in one direction only are a mistake in the list, and would be charged later. */
function priceAnomaly({ prices }: Model, free: boolean): string | undefined {
  if (free) return undefined;
  const [input, output] = [Number(prices.rates.input), Number(prices.rates.output)];
  return (input === 0) === (output === 0) ? undefined : 'its price is zero in one direction only';
}

/** A user who names a free model or the free tier has consented. */
function mayUseFree(model: Model, policy: Policy): boolean {
  return (
    policy.allowFree === true ||
    policy.tier === 'free' ||
    policy.profile === 'free-only' ||
    policy.models?.includes(model.id) === true
  );
}

/** An endpoint that names no region may be in any; only a strict policy takes that for a no. */
function regionObjection(
  { regions }: IndexedModel,
  { policy: { region, strictRegion = false } }: PolicyContext,
): string | undefined {
  if (region === undefined || regions.includes(region)) return undefined;
  const isUnknown = regions.length === 0 || regions.includes(null);
  if (isUnknown && !strictRegion) return undefined;
  return isUnknown
    ? `no endpoint is known to be in ${region}`
    : `its endpoints are in ${[...new Set(regions)].join(', ')}, asked for ${region}`;
}

/** Far below the maximum a rough price is enough; near it and above it only the exact one decides. */
const SURELY_BELOW = 0.999;

/** Says what a call of the worst case would cost too much, or that nobody knows. */
export function costObjection(
  { model, roughPrice }: IndexedModel,
  { policy, requirements, at }: RuleContext,
): string | undefined {
  if (policy.maxCostUsd === undefined) return undefined;
  const call = {
    inputTokens: requirements.inputTokens.p95,
    outputTokens: requirements.outputTokens.p95,
    at,
  };
  if (roughCost(model, roughPrice, call) < SURELY_BELOW * Number(policy.maxCostUsd))
    return undefined;
  const worst = estimateCost({ model, ...call });
  if (worst === null) return 'its price is not known, and a maximum was set';
  return compareUsd(worst, policy.maxCostUsd) > 0
    ? `up to $${worst} > $${policy.maxCostUsd}`
    : undefined;
}
