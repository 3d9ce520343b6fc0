import { isRecord, type JsonRecord } from '../../http/json.ts';

/** A JSON schema object. `true` is `{}`; `false` accepts nothing. */
export type Schema = JsonRecord;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value out of parsed JSON, where nothing else can be. */
export function toJson(value: unknown): Json {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
    return value;
  if (Array.isArray(value)) return value.map(toJson);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
    : null;
}

export const NOTHING: Schema = { enum: [] };

export function toSchema(value: unknown): Schema {
  if (value === false) return NOTHING;
  return isRecord(value) ? value : {};
}

/** Follows a local reference (`#`, `#/$defs/x`, `#/properties/y/items`). Anything else accepts everything. */
export function resolveReference(root: Schema, reference: string): Schema {
  if (!reference.startsWith('#')) return {};
  const steps = reference.slice(1).split('/').filter(Boolean);
  const target = steps
    .map((step) => decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>((at, step) => {
      if (Array.isArray(at)) return at[Number(step)];
      return isRecord(at) ? at[step] : undefined;
    }, root);
  return toSchema(target ?? {});
}

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;
export type TypeName = (typeof TYPES)[number];

/** The types a schema allows, in its own order; inferred from its keywords when it names none. */
export function typesOf(schema: Schema): TypeName[] {
  const { type } = schema;
  if (typeof type === 'string') return TYPES.filter((name) => name === type);
  if (Array.isArray(type))
    return TYPES.filter((name) => type.includes(name)).toSorted(
      (a, b) => type.indexOf(a) - type.indexOf(b),
    );
  if (['properties', 'required', 'minProperties', 'additionalProperties'].some((k) => k in schema))
    return ['object'];
  if (['items', 'prefixItems', 'minItems', 'contains'].some((key) => key in schema))
    return ['array'];
  if (
    ['minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum'].some(
      (k) => k in schema,
    )
  )
    return ['number'];
  return ['string'];
}
