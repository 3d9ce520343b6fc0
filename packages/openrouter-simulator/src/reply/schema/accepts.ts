import { canonical, isRecord } from '../../http/json.ts';
import { resolveReference, toSchema, type Json, type Schema } from './schema.ts';

type Check = (keyword: unknown, value: Json, schema: Schema, root: Schema) => boolean;

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function isOfType(type: unknown, value: Json): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'object':
      return isRecord(value);
    default:
      return typeof value === type;
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const ifNumber =
  (test: (value: number, limit: number) => boolean): Check =>
  (limit, value) =>
    typeof value !== 'number' || test(value, Number(limit));
const ifText =
  (test: (length: number, limit: number) => boolean): Check =>
  (limit, value) =>
    typeof value !== 'string' || test(Array.from(value).length, Number(limit));
const ifList =
  (test: (length: number, limit: number) => boolean): Check =>
  (limit, value) =>
    !Array.isArray(value) || test(value.length, Number(limit));
const ifObject =
  (test: (size: number, limit: number) => boolean): Check =>
  (limit, value) =>
    !isRecord(value) || test(Object.keys(value).length, Number(limit));

function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, Math.abs(ratio));
}

/** Names that `properties` and `patternProperties` do not speak of. */
function otherNames(value: Readonly<Record<string, Json>>, schema: Schema): string[] {
  const known = Object.keys(toSchema(schema['properties']));
  const patterns = Object.keys(toSchema(schema['patternProperties'])).map(
    (p) => new RegExp(p, 'u'),
  );
  return Object.keys(value).filter(
    (name) => !known.includes(name) && !patterns.some((pattern) => pattern.test(name)),
  );
}

function acceptsItems(items: unknown, value: Json, schema: Schema, root: Schema): boolean {
  if (!Array.isArray(value)) return true;
  const rest = value.slice(list(schema['prefixItems']).length);
  return rest.every((item) => accepts(items, item, root));
}

const CHECKS: Readonly<Record<string, Check>> = {
  type: (type, value) =>
    (Array.isArray(type) ? type : [type]).some((name) => isOfType(name, value)),
  enum: (options, value) => list(options).some((option) => same(option, value)),
  const: (expected, value) => same(expected, value),
  $ref: (reference, value, _schema, root) =>
    accepts(resolveReference(root, String(reference)), value, root),
  allOf: (parts, value, _schema, root) => list(parts).every((part) => accepts(part, value, root)),
  anyOf: (parts, value, _schema, root) => list(parts).some((part) => accepts(part, value, root)),
  oneOf: (parts, value, _schema, root) =>
    list(parts).filter((part) => accepts(part, value, root)).length === 1,
  not: (part, value, _schema, root) => !accepts(part, value, root),
  if: (part, value, schema, root) =>
    accepts(schema[accepts(part, value, root) ? 'then' : 'else'] ?? {}, value, root),
  minimum: ifNumber((value, limit) => value >= limit),
  maximum: ifNumber((value, limit) => value <= limit),
  exclusiveMinimum: ifNumber((value, limit) => value > limit),
  exclusiveMaximum: ifNumber((value, limit) => value < limit),
  multipleOf: ifNumber(isMultiple),
  minLength: ifText((length, limit) => length >= limit),
  maxLength: ifText((length, limit) => length <= limit),
  pattern: (pattern, value) =>
    typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  minItems: ifList((length, limit) => length >= limit),
  maxItems: ifList((length, limit) => length <= limit),
  uniqueItems: (unique, value) =>
    unique !== true || !Array.isArray(value) || new Set(value.map(canonical)).size === value.length,
  prefixItems: (schemas, value, _schema, root) =>
    !Array.isArray(value) ||
    list(schemas).every(
      (part, index) => index >= value.length || accepts(part, value[index] ?? null, root),
    ),
  items: acceptsItems,
  contains: (part, value, schema, root) =>
    !Array.isArray(value) ||
    value.filter((item) => accepts(part, item, root)).length >= Number(schema['minContains'] ?? 1),
  minProperties: ifObject((size, limit) => size >= limit),
  maxProperties: ifObject((size, limit) => size <= limit),
  required: (names, value) =>
    !isRecord(value) || list(names).every((name) => String(name) in value),
  properties: (schemas, value, _schema, root) =>
    !isRecord(value) ||
    Object.entries(toSchema(schemas)).every(
      ([name, part]) =>
        !(name in value) || accepts(part, (value as Record<string, Json>)[name] ?? null, root),
    ),
  additionalProperties: (part, value, schema, root) =>
    !isRecord(value) ||
    otherNames(value as Record<string, Json>, schema).every((name) =>
      accepts(part, (value as Record<string, Json>)[name] ?? null, root),
    ),
};

/** Whether a value obeys a schema, for the keywords the generator knows; unknown keywords accept. Formats are taken on trust. */
export function accepts(schema: unknown, value: Json, root: Schema): boolean {
  if (schema === false) return false;
  const known = toSchema(schema);
  return Object.entries(known).every(
    ([name, keyword]) => CHECKS[name]?.(keyword, value, known, root) ?? true,
  );
}
