import { z } from 'zod';
import { unknownKey } from './unknown-key.ts';

/** An object that takes these keys only: a typo must not widen what is allowed. The message names the nearest key. */
export function strictObject<Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, Object.keys(shape))).join(' ')
        : undefined,
  });
}
