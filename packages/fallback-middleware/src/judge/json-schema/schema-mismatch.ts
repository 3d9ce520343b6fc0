import { isPlainObject } from './is-plain-object.ts';
import { objectMismatch } from './object-mismatch.ts';
import { resolveReference } from './resolve-reference.ts';
import { scalarMismatch } from './scalar-mismatch.ts';
import type { SchemaPosition } from './schema-position.ts';

const deepest = 200;

/**
 * The first place where a value breaks a JSON schema, in words; undefined when it keeps it. Covers what structured
 * output uses; an unknown keyword forbids nothing.
 */
export function schemaMismatch(
  value: unknown,
  schema: unknown,
  position: SchemaPosition = { path: '$', root: schema, depth: 0 },
): string | undefined {
  if (schema === false) return `${position.path} is not allowed`;
  if (!isPlainObject(schema) || position.depth > deepest) return undefined;
  const next = { ...position, depth: position.depth + 1 };
  return (
    referenceMismatch(value, schema['$ref'], next) ??
    scalarMismatch(value, schema, position.path) ??
    objectMismatch(value, schema, { position: next, check: schemaMismatch }) ??
    arrayMismatch(value, schema, next) ??
    combinationMismatch(value, schema, next)
  );
}

function referenceMismatch(
  value: unknown,
  reference: unknown,
  position: SchemaPosition,
): string | undefined {
  return typeof reference === 'string'
    ? schemaMismatch(value, resolveReference(position.root, reference), position)
    : undefined;
}

function arrayMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  position: SchemaPosition,
): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const least = schema['minItems'];
  const most = schema['maxItems'];
  if (typeof least === 'number' && value.length < least)
    return `${position.path} has too few items`;
  if (typeof most === 'number' && value.length > most) return `${position.path} has too many items`;
  const { items } = schema;
  if (items === undefined || Array.isArray(items)) return undefined;
  return firstOf(value.entries(), ([index, item]) =>
    schemaMismatch(item, items, { ...position, path: `${position.path}[${index}]` }),
  );
}

function combinationMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  position: SchemaPosition,
): string | undefined {
  const keeps = (branch: unknown): boolean => schemaMismatch(value, branch, position) === undefined;
  const { allOf, anyOf, oneOf, not } = schema;
  if (Array.isArray(anyOf) && !anyOf.some(keeps)) return `${position.path} fits no branch of anyOf`;
  if (Array.isArray(oneOf) && oneOf.filter(keeps).length !== 1) {
    return `${position.path} fits not exactly one branch of oneOf`;
  }
  if (not !== undefined && keeps(not)) return `${position.path} is what the schema excludes`;
  return Array.isArray(allOf)
    ? firstOf(allOf, (branch: unknown) => schemaMismatch(value, branch, position))
    : undefined;
}

function firstOf<T>(
  items: Iterable<T>,
  check: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
