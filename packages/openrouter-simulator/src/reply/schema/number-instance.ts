import type { Schema } from './schema.ts';

const limit = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

/** Decimals of a step such as 0.01, so that multiples of it print cleanly. */
const decimalsOf = (step: number): number => String(step).split('.')[1]?.length ?? 0;

/** The smallest allowed multiple of the step, or 1 where the schema allows it. */
export function numberInstance(schema: Schema, isInteger: boolean): number | undefined {
  const above = limit(schema['exclusiveMinimum'], -Infinity);
  const below = limit(schema['exclusiveMaximum'], Infinity);
  const low = Math.max(limit(schema['minimum'], -Infinity), above);
  const high = Math.min(limit(schema['maximum'], Infinity), below);
  const isAllowed = (value: number): boolean =>
    value >= low && value <= high && value > above && value < below;
  const step = limit(schema['multipleOf'], isInteger ? 1 : 0);
  if (step > 0) return firstMultiple(step, low, high, isInteger, isAllowed);
  return [1, low, high, (low + high) / 2, low + 1, high - 1].find(
    (value) => Number.isFinite(value) && isAllowed(value),
  );
}

function firstMultiple(
  step: number,
  low: number,
  high: number,
  isInteger: boolean,
  isAllowed: (value: number) => boolean,
): number | undefined {
  const start = Number.isFinite(low) ? Math.ceil(low / step) : Math.min(1, Math.floor(high / step));
  const multiples = [Math.max(start, 1), start, start + 1, 0].flatMap((count) => [
    count,
    count + 1,
    count + 2,
    count + 3,
    count + 4,
    count + 5,
    count + 6,
    count + 7,
    count + 8,
    count + 9,
  ]);
  return multiples
    .map((count) => Number((count * step).toFixed(decimalsOf(step))))
    .find((value) => isAllowed(value) && (!isInteger || Number.isInteger(value)));
}
