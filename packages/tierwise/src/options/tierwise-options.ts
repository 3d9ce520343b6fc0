import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Catalog, LiveCatalog } from '@tierwise/catalog';
import type { Endpoint } from '@tierwise/catalog/endpoints';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import {
  type Clock,
  createFeatureMemory,
  createMemoryHealthStore,
  createRetryBudget,
  createStreamRetryMemory,
  systemClock,
} from '@tierwise/fallback-middleware';
import type {
  AbilityTable,
  Calibration,
  CallLike,
  DescribeCallOptions,
  Policy,
  SpeedTable,
} from '@tierwise/selector';
import type { Learner } from '@tierwise/selector/learn';
import { z } from 'zod';
import {
  type EngineOptions,
  type EngineOptionsInput,
  engineOptionsSchema,
} from './engine-options.ts';
import { InvalidOptionsError } from './invalid-options-error.ts';
import { policySchema } from './schemas.ts';
import { strictObject } from './strict-object.ts';

/** Anything that makes a language model of a model id, for example what `createOpenRouter()` returns. */
export interface ModelSource {
  languageModel(modelId: string): LanguageModelV4;
}

/** Decides what the rules of the selector leave open about a call. */
export type Classifier = (call: CallLike) => Promise<DescribeCallOptions>;

/** What to do when no candidate answered. */
export type LastResort = 'none' | 'wrapped';

/** What `tierwise` and `createTierwise` take; only `provider` is required. */
export interface TierwiseOptions {
  /** Makes the models that answer: `createOpenRouter({ apiKey })`. */
  readonly provider: ModelSource;
  /**
   * Which models exist: a fixed catalogue, or a live one, whose newest list each call uses. Default: the
   * catalogue bundled with this version, which is dated.
   */
  readonly catalog?: Catalog | LiveCatalog | undefined;
  /** What calls may use unless they say otherwise. Default: any paid model, free ones only with consent. */
  readonly policy?: Policy | undefined;
  /** The longest chain of candidates. Default 4. */
  readonly maxCandidates?: number | undefined;
  /** The model id that savings are measured against. Default: what the call would get with `tier: 'premium'`. */
  readonly baseline?: string | undefined;
  /**
   * `wrapped` asks the wrapped model when every candidate failed; its price is often unknown, so the default
   * is `none`. Only for the middleware: a route of `createTierwise` wraps nothing.
   */
  readonly lastResort?: LastResort | undefined;
  /** Report every dropped model and why, in each call's metadata. Default false; a call can ask for it. */
  readonly explain?: boolean | undefined;
  /** Abilities that you know better than the catalogue does, by model id. */
  readonly abilities?: AbilityTable | undefined;
  /**
   * Who offers the models, as `@tierwise/catalog/endpoints` reads it: needed for `region`, and says how fast models are.
   * Default: none is known.
   */
  readonly endpoints?: readonly Endpoint[] | undefined;
  /** How fast models answer you, by model id, for `latencyUsdPerSecond`. Default: what the endpoints report. */
  readonly speeds?: SpeedTable | undefined;
  /** What `calibrate` of `@tierwise/selector/calibrate` learned from your own outcomes. Default: the score that ships with it. */
  readonly calibration?: Calibration | undefined;
  /**
   * Decides where the rules are undecided; make it with `createClassifier` of `@tierwise/selector/classify`. `plan()` does not wait for
   * it. Default: rules alone.
   */
  readonly classifier?: Classifier | undefined;
  /** What was learned of models so far; with `escalate` it learns from each call. Default: nothing is learned. */
  readonly learner?: Learner | undefined;
  /**
   * Check cheap answers locally and escalate those with traces of error to an abler model; the number is the least score
   * that passes, `true` is 0.5. Streams are held until they have passed. Default false.
   */
  readonly escalate?: boolean | number | undefined;
  /**
   * Deadlines, failure policy, health, hedging, judges, events … of the fallback engine, with its defaults. Health,
   * retry budget and the memories of refusals and for `streamRetries` are kept per instance unless you pass your own. An agent's
   * run stays with whoever served its last step (`stickiness`).
   */
  readonly fallback?: EngineOptionsInput | undefined;
  /** Where time comes from. Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Default: random UUIDs. */
  readonly generateId?: (() => string) | undefined;
}

/** {@link TierwiseOptions} with every default in place. */
export interface ResolvedOptions {
  readonly provider: ModelSource;
  /** The catalogue to use for a call that begins now. */
  readonly currentCatalog: () => Catalog;
  readonly policy: Policy;
  readonly maxCandidates: number;
  readonly baseline: string | undefined;
  readonly lastResort: LastResort;
  readonly explain: boolean;
  readonly fallback: EngineOptions;
  readonly abilities: AbilityTable;
  readonly endpoints: readonly Endpoint[];
  readonly speeds: SpeedTable;
  readonly calibration: Calibration | undefined;
  readonly classifier: Classifier | undefined;
  readonly learner: Learner | undefined;
  /** The least score of an answer that passes; `null` when nothing is checked. */
  readonly escalateBelow: number | null;
  readonly clock: Clock;
  readonly generateId: () => string;
}

const randomId = (): string => globalThis.crypto.randomUUID();

const abilityByKindSchema = strictObject({
  general: z.number().optional(),
  coding: z.number().optional(),
  agentic: z.number().optional(),
});

const speedSchema = strictObject({
  latencyMs: z.number().min(0).nullable().optional(),
  tokensPerSecond: z.number().min(0).nullable().optional(),
});

const optionsShape = {
  provider: z.custom<ModelSource>(
    isModelSource,
    'expected a provider with a languageModel(id) function, for example createOpenRouter()',
  ),
  catalog: z
    .custom<Catalog | LiveCatalog>(
      (value) => isCatalog(value) || isLiveCatalog(value),
      'expected a Catalog or LiveCatalog, for example createLiveCatalog() of @tierwise/catalog',
    )
    .optional(),
  policy: policySchema.default({}),
  maxCandidates: z.int().min(1).max(20).default(4),
  baseline: z.string().min(1).optional(),
  lastResort: z.enum(['none', 'wrapped']).default('none'),
  explain: z.boolean().default(false),
  abilities: z.record(z.string(), z.union([z.number(), abilityByKindSchema])).default({}),
  endpoints: z
    .array(
      z.custom<Endpoint>(
        isEndpoint,
        'expected what loadEndpoints() of @tierwise/catalog/endpoints read',
      ),
    )
    .readonly()
    .default([]),
  speeds: z.record(z.string(), speedSchema).default({}),
  calibration: z
    .custom<Calibration>(
      isCalibration,
      'expected what calibrate() of @tierwise/selector/calibrate returned',
    )
    .optional(),
  classifier: z
    .custom<Classifier>((value) => typeof value === 'function', 'expected a function')
    .optional(),
  learner: z
    .custom<Learner>(
      isLearner,
      'expected what createLearner() of @tierwise/selector/learn returned',
    )
    .optional(),
  escalate: z.union([z.boolean(), z.number().min(0).max(1)]).default(false),
  fallback: engineOptionsSchema.optional(),
  clock: z.custom<Clock>(isClock, 'expected { nowMs, monotonicMs, schedule }').default(systemClock),
  generateId: z
    .custom<() => string>((value) => typeof value === 'function', 'expected a function')
    .default(() => randomId),
} satisfies Record<keyof TierwiseOptions, z.ZodType>;

const optionsSchema = strictObject(optionsShape);

/**
 * Validates options and fills in defaults.
 *
 * @throws InvalidOptionsError naming each key that is wrong.
 * @throws UnknownModelError when `baseline` or an id in `policy.models` is not in the catalogue.
 */
export function resolveOptions(options: TierwiseOptions): ResolvedOptions {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success)
    throw new InvalidOptionsError({ where: 'options', issues: parsed.error.issues });
  const { catalog, policy, baseline, clock, fallback, escalate, ...rest } = parsed.data;
  const currentCatalog = currentOf(catalog ?? bundledCatalog());
  for (const id of policy.models ?? []) currentCatalog().resolve(id);
  if (baseline !== undefined) currentCatalog().resolve(baseline);
  return {
    ...rest,
    currentCatalog,
    policy,
    baseline,
    calibration: rest.calibration,
    classifier: rest.classifier,
    learner: rest.learner,
    escalateBelow:
      escalate === false ? null : escalate === true ? DEFAULT_ESCALATE_BELOW : escalate,
    clock,
    fallback: { ...sharedState(clock), ...withoutUndefined(fallback) },
  };
}

/** The middle of the scale: an answer with one heavy trace of error is below it. */
const DEFAULT_ESCALATE_BELOW = 0.5;

/** What is undefined means the default and must not cover it. */
function withoutUndefined(options: EngineOptionsInput = {}): EngineOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** What the calls of one instance share: who is down, and how much retrying an outage may cause. */
function sharedState(clock: Clock): EngineOptions {
  return {
    health: { store: createMemoryHealthStore({ clock }) },
    retryBudget: createRetryBudget(),
    featureMemory: createFeatureMemory(),
    streamRetryMemory: createStreamRetryMemory(),
  };
}

function currentOf(catalog: Catalog | LiveCatalog): () => Catalog {
  return 'current' in catalog ? () => catalog.current() : () => catalog;
}

function isModelSource(value: unknown): boolean {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    'languageModel' in value &&
    typeof value.languageModel === 'function'
  );
}

function isClock(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'monotonicMs' in value && 'schedule' in value
  );
}

function isLiveCatalog(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'current' in value && 'refresh' in value;
}

function isEndpoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'modelId' in value && 'tag' in value;
}

function isCatalog(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'models' in value && 'resolve' in value;
}

function isCalibration(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}

function isLearner(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'record' in value && 'offsetOf' in value;
}
