import { POOLS, TIERS } from '@tierwise/catalog';
import type { Policy, Task } from '@tierwise/selector';
import { z } from 'zod';
import type { TierwiseCallOptions } from './call-options.ts';

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

/** Money never passes through a float: a plain decimal string. */
const usdSchema = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'write plain decimal US dollars as a string, for example "0.01"');

const idsSchema = z.array(z.string().min(1)).min(1).readonly();

const policyShape = {
  tier: z.enum(TIERS).optional(),
  pool: z.enum(POOLS).optional(),
  allowFree: z.boolean().optional(),
  models: idsSchema.optional(),
  allow: idsSchema.optional(),
  deny: idsSchema.optional(),
  maxCostUsd: usdSchema.optional(),
  dataPolicy: z.enum(['any', 'no-training', 'zdr']).optional(),
  expiringWithinDays: z.number().min(0).optional(),
  profile: z.enum(['free-only', 'cheapest', 'balanced', 'quality']).optional(),
  target: z.number().min(0).max(1).optional(),
  confidence: z.number().min(0.5).max(0.99).optional(),
  dial: z.number().min(0).max(10).optional(),
  valueUsd: usdSchema.optional(),
};

/** Checks a policy as a user writes it: unknown keys are errors, because a typo must not widen what is allowed. */
export const policySchema: z.ZodType<Policy> = z.strictObject(policyShape);

/** Checks `providerOptions.tierwise`. */
export const callOptionsSchema: z.ZodType<TierwiseCallOptions> = z.strictObject({
  ...policyShape,
  task: z.enum(TASKS).optional(),
  difficulty: z.number().min(0).max(1).optional(),
  session: z.string().min(1).max(256).optional(),
  explain: z.boolean().optional(),
});
