import { isRecord } from '../../http/json.ts';
import { NOTHING, toSchema, type Schema } from './schema.ts';

type Merge = (a: unknown, b: unknown) => unknown;

const larger: Merge = (a, b) => Math.max(Number(a), Number(b));
const smaller: Merge = (a, b) => Math.min(Number(a), Number(b));
const both: Merge = (a, b) => ({ allOf: [toSchema(a), toSchema(b)] });
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const mergeProperties: Merge = (a, b) => {
  const merged: Record<string, unknown> = { ...(isRecord(a) ? a : {}) };
  for (const [name, schema] of Object.entries(isRecord(b) ? b : {}))
    merged[name] = name in merged ? both(merged[name], schema) : schema;
  return merged;
};

const mergePrefix: Merge = (a, b) => {
  const [first, second] = [list(a), list(b)];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) =>
    both(first[index] ?? {}, second[index] ?? {}),
  );
};

const wide = (types: unknown[]): unknown[] =>
  types.includes('number') ? [...types, 'integer'] : types;

/** An integer is a number, so the narrower name survives. */
const mergeTypes: Merge = (a, b) => {
  const shared = wide(list(a)).filter((type) => wide(list(b)).includes(type));
  return shared.includes('number') ? shared.filter((type) => type !== 'integer') : shared;
};

const MERGES: Readonly<Record<string, Merge>> = {
  type: mergeTypes,
  enum: (a, b) => list(a).filter((value) => list(b).some((other) => same(value, other))),
  required: (a, b) => [...new Set([...list(a), ...list(b)])],
  properties: mergeProperties,
  patternProperties: mergeProperties,
  prefixItems: mergePrefix,
  items: both,
  contains: (a) => a,
  additionalProperties: (a, b) => (a === false || b === false ? false : both(a, b)),
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  uniqueItems: (a, b) => a === true || b === true,
  multipleOf: (a, b) => (same(a, b) ? a : Number(a) * Number(b)),
};

/** One schema that accepts what both accept, as far as keywords can be merged. */
export function mergeSchemas(a: Schema, b: Schema): Schema {
  if ('const' in a && 'const' in b && !same(a['const'], b['const'])) return NOTHING;
  const merged: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const merge = MERGES[key];
    merged[key] = key in merged && merge !== undefined ? merge(merged[key], value) : value;
  }
  return merged;
}
