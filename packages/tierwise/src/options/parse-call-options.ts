import type { TierwiseCallOptions } from './call-options.ts';
import { InvalidOptionsError } from './invalid-options-error.ts';
import { callOptionsSchema } from './schemas.ts';

/**
 * Validates `providerOptions.tierwise`.
 *
 * @throws InvalidOptionsError naming each key that is wrong.
 */
export function parseCallOptions(value: unknown): TierwiseCallOptions {
  const parsed = callOptionsSchema.safeParse(value ?? {});
  if (!parsed.success)
    throw new InvalidOptionsError({
      where: 'providerOptions.tierwise',
      issues: parsed.error.issues,
    });
  return parsed.data;
}
