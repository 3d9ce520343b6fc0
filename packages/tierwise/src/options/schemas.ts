import { POOLS, TIERS } from '@tierwise/catalog';
import type { Policy, Task } from '@tierwise/selector';
import { z } from 'zod';
import type { TierwiseCallOptions } from './call-options.ts';
import { strictObject } from './strict-object.ts';

const TASKS = [
  'agent-step',
  'chat',
  'code',
  'extraction',
  'factual',
  'long-context',
  'maths',
  'reasoning',
  'summarise',
  'translate',
  'vision',
  'write',
] as const satisfies readonly Task[];

const USD_HINT = "write US dollars as a plain decimal string such as '0.01'";

/** Money never passes through a float: a plain decimal string. */
const usdSchema = z
  .string({ error: ({ input }) => `${USD_HINT}, not a ${typeof input}` })
  .regex(/^\d+(\.\d+)?$/, USD_HINT);

const idsSchema = z.array(z.string().min(1)).min(1).readonly();

/** `satisfies` keeps these keys and those of the type the same: a key that type-checks is one that is taken. */
const policyShape = {
  tier: z.enum(TIERS).optional(),
  pool: z.enum(POOLS).optional(),
  allowFree: z.boolean().optional(),
  models: idsSchema.optional(),
  allow: idsSchema.optional(),
  deny: idsSchema.optional(),
  maxCostUsd: usdSchema.optional(),
  dataPolicy: z.enum(['any', 'no-training', 'zdr']).optional(),
  region: z.enum(['eu', 'us']).optional(),
  strictRegion: z.boolean().optional(),
  expiringWithinDays: z.number().min(0).optional(),
  profile: z.enum(['free-only', 'cheapest', 'balanced', 'quality']).optional(),
  target: z.number().min(0).max(1).optional(),
  confidence: z.number().min(0.5).max(0.99).optional(),
  dial: z.number().min(0).max(10).optional(),
  valueUsd: usdSchema.optional(),
  latencyUsdPerSecond: usdSchema.optional(),
} satisfies Record<keyof Policy, z.ZodType>;

const callOptionsShape = {
  ...policyShape,
  task: z.enum(TASKS).optional(),
  difficulty: z.number().min(0).max(1).optional(),
  session: z.string().min(1).max(256).optional(),
  explain: z.boolean().optional(),
} satisfies Record<keyof TierwiseCallOptions, z.ZodType>;

/** Checks a policy as a user writes it: unknown keys are errors, because a typo must not widen what is allowed. */
export const policySchema: z.ZodType<Policy> = strictObject(policyShape);

/** Checks `providerOptions.tierwise`. */
export const callOptionsSchema: z.ZodType<TierwiseCallOptions> = strictObject(callOptionsShape);
