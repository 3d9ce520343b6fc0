import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Catalog } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import {
  type ChainOptions,
  type Clock,
  createRetryBudget,
  systemClock,
} from '@tierwise/fallback-middleware';
import type { Policy } from '@tierwise/selector';
import { z } from 'zod';

import { InvalidOptionsError } from './invalid-options-error.ts';
import { policySchema } from './schemas.ts';

/** Anything that makes a language model of a model id, for example what `createOpenRouter()` returns. */
export interface ModelSource {
  languageModel(modelId: string): LanguageModelV4;
}

/** What to do when no candidate answered. */
export type LastResort = 'none' | 'wrapped';

export interface TierwiseOptions {
  /** Makes the models that answer: `createOpenRouter({ apiKey })`. */
  readonly provider: ModelSource;
  /** Which models exist. Default: the catalogue bundled with this version, which is dated. */
  readonly catalog?: Catalog | undefined;
  /** What calls may use unless they say otherwise. Default: any paid model, free ones only by consent. */
  readonly policy?: Policy | undefined;
  /** The longest chain of candidates. Default 4. */
  readonly maxCandidates?: number | undefined;
  /** The model id that savings are told against. Default: what the call would get with `tier: 'premium'`. */
  readonly baseline?: string | undefined;
  /**
   * `wrapped` asks the wrapped model when every candidate failed; its price is often unknown, so the default
   * is `none`. Only for the middleware: a route of `createTierwise` wraps nothing.
   */
  readonly lastResort?: LastResort | undefined;
  /** Tell every dropped model and why, in each call's metadata. Default false; a call can ask for it. */
  readonly explain?: boolean | undefined;
  /** Deadlines, failure policy, retry budget and events of the fallback engine, with its defaults. */
  readonly fallback?: Omit<ChainOptions, 'clock'> | undefined;
  /** Where time comes from. Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Default: random UUIDs. */
  readonly generateId?: (() => string) | undefined;
}

/** {@link TierwiseOptions} with every default in place. */
export interface ResolvedOptions {
  readonly provider: ModelSource;
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly maxCandidates: number;
  readonly baseline: string | undefined;
  readonly lastResort: LastResort;
  readonly explain: boolean;
  readonly fallback: ChainOptions;
  readonly clock: Clock;
  readonly generateId: () => string;
}

const randomId = (): string => globalThis.crypto.randomUUID();

const optionsSchema = z.strictObject({
  provider: z.custom<ModelSource>(
    isModelSource,
    'expected a provider with a languageModel(id) function, for example createOpenRouter()',
  ),
  catalog: z
    .custom<Catalog>(
      isCatalog,
      'expected a Catalog, for example createCatalog() of @tierwise/catalog',
    )
    .optional(),
  policy: policySchema.default({}),
  maxCandidates: z.int().min(1).max(20).default(4),
  baseline: z.string().min(1).optional(),
  lastResort: z.enum(['none', 'wrapped']).default('none'),
  explain: z.boolean().default(false),
  fallback: z
    .custom<ChainOptions>(
      (value) => typeof value === 'object' && value !== null,
      'expected an object',
    )
    .optional(),
  clock: z.custom<Clock>(isClock, 'expected { nowMs, monotonicMs, schedule }').default(systemClock),
  generateId: z
    .custom<() => string>((value) => typeof value === 'function', 'expected a function')
    .default(() => randomId),
});

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
  const catalog = parsed.data.catalog ?? bundledCatalog();
  for (const id of [
    ...(parsed.data.policy.models ?? []),
    ...(parsed.data.baseline === undefined ? [] : [parsed.data.baseline]),
  ]) {
    catalog.resolve(id);
  }
  return {
    ...parsed.data,
    catalog,
    baseline: parsed.data.baseline,
    // One budget for all calls of this instance, so that an outage is not amplified by retrying it.
    fallback: { retryBudget: createRetryBudget(), ...parsed.data.fallback },
  };
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

function isCatalog(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'models' in value && 'resolve' in value;
}
