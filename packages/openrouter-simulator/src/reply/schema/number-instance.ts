import type { Schema } from './schema.ts';

/** How many multiples of a step are looked at. */
const TRIES = 100;

interface Range {
  readonly low: number;
  readonly high: number;
  readonly allows: (value: number) => boolean;
}

const limit = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

function rangeOf(schema: Schema): Range {
  const above = limit(schema['exclusiveMinimum'], -Infinity);
  const below = limit(schema['exclusiveMaximum'], Infinity);
  const low = Math.max(limit(schema['minimum'], -Infinity), above);
  const high = Math.min(limit(schema['maximum'], Infinity), below);
  return {
    low,
    high,
    allows: (value) => value >= low && value <= high && value > above && value < below,
  };
}

/** Decimals of a step such as 0.01, so that multiples of it print cleanly. */
const decimalsOf = (step: number): number => String(step).split('.')[1]?.length ?? 0;

/** Multiples of a step from 1 upwards where that is allowed, else from the nearest limit on. */
function multiplesOf(step: number, { low, high, allows }: Range): number[] {
  const [start, direction] =
    allows(step) || (low === -Infinity && high === Infinity)
      ? [1, 1]
      : low > -Infinity
        ? [Math.ceil(low / step), 1]
        : [Math.floor(high / step), -1];
  return Array.from({ length: TRIES }, (_, index) =>
    Number(((start + index * direction) * step).toFixed(decimalsOf(step))),
  );
}

/** Values without a step: whole ones first; each variant another. */
function valuesOf({ low, high }: Range, variant: number): number[] {
  if (variant > 0)
    return [1 + variant, low + variant, high - variant, low + (high - low) / (variant + 2)];
  return [1, low, high, (low + high) / 2, low + 1, high - 1];
}

/** A number that obeys the limits and the step; another for each variant, as long as there is another. */
export function numberInstance(
  schema: Schema,
  isInteger: boolean,
  variant: number,
): number | undefined {
  const range = rangeOf(schema);
  const step = limit(schema['multipleOf'], isInteger ? 1 : 0);
  const isAllowed = (value: number): boolean =>
    Number.isFinite(value) && range.allows(value) && (!isInteger || Number.isInteger(value));
  if (step <= 0) return valuesOf(range, variant).find(isAllowed);
  // Many validators divide floats, and hold 5.01 for no multiple of 0.01: only values that also pass such a check.
  const allowed = multiplesOf(step, range).filter(
    (value) => isAllowed(value) && Number.isInteger(value / step),
  );
  return allowed[variant % Math.max(1, allowed.length)];
}
