import type { LanguageOptions } from '@tierwise/fallback-middleware';
import { z } from 'zod';
import { unknownKey } from './unknown-key.ts';

/** What of the fallback engine can be set; the rest comes from the call. */
export interface EngineOptions extends Omit<LanguageOptions, 'clock' | 'metadata' | 'stickiness'> {
  /** Default: an agent's run stays with whoever served its last step and is able enough for this one. `false`: never. */
  readonly stickiness?: LanguageOptions['stickiness'] | false;
}

/** The same as a user may write it: undefined means the default. */
export type EngineOptionsInput = {
  readonly [Key in keyof EngineOptions]?: EngineOptions[Key] | undefined;
};

/** Every key, so that a misspelt one can be refused. The engine checks the values. */
const ENGINE_KEYS: Readonly<Record<keyof EngineOptions, true>> = {
  maxAttempts: true,
  attemptTimeoutMs: true,
  firstContentTimeoutMs: true,
  stallTimeoutMs: true,
  totalTimeoutMs: true,
  minAttemptMs: true,
  backoffBaseMs: true,
  backoffCapMs: true,
  failurePolicy: true,
  retryBudget: true,
  events: true,
  telemetry: true,
  random: true,
  gate: true,
  health: true,
  hedge: true,
  hygiene: true,
  stickiness: true,
  featureMemory: true,
  streamRetryMemory: true,
  continueText: true,
  successors: true,
  hold: true,
  judge: true,
  verify: true,
};

/** Checks `fallback`. */
export const engineOptionsSchema: z.ZodType<EngineOptionsInput> = z
  .custom<EngineOptionsInput>(
    (value) => typeof value === 'object' && value !== null,
    'expected an object',
  )
  .superRefine((value, context) => {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(ENGINE_KEYS, key)) continue;
      context.addIssue({ code: 'custom', message: unknownKey(key, Object.keys(ENGINE_KEYS)) });
    }
  });
