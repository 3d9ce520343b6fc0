import { isPlainObject } from './is-plain-object.ts';
import type { SchemaCheck, SchemaPosition } from './schema-position.ts';

/** Where the object stands, and how its properties are checked. */
export interface ObjectCheck {
  readonly position: SchemaPosition;
  readonly check: SchemaCheck;
}

/** The first property that is missing, not allowed or wrong. */
export function objectMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  at: ObjectCheck,
): string | undefined {
  if (!isPlainObject(value)) return undefined;
  const properties = isPlainObject(schema['properties']) ? schema['properties'] : {};
  return (
    missingProperty(value, schema['required'], at.position.path) ??
    wrongProperty(value, properties, at) ??
    additionalMismatch(value, schema, properties, at)
  );
}

function missingProperty(
  value: Readonly<Record<string, unknown>>,
  required: unknown,
  path: string,
): string | undefined {
  if (!Array.isArray(required)) return undefined;
  for (const key of required) {
    if (typeof key === 'string' && !Object.hasOwn(value, key)) return `${path}.${key} is missing`;
  }
  return undefined;
}

function wrongProperty(
  value: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
  at: ObjectCheck,
): string | undefined {
  for (const [key, property] of Object.entries(properties)) {
    if (!Object.hasOwn(value, key)) continue;
    const found = at.check(value[key], property, below(at.position, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function additionalMismatch(
  value: Readonly<Record<string, unknown>>,
  schema: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
  at: ObjectCheck,
): string | undefined {
  const additional = schema['additionalProperties'];
  if (additional === undefined || isPlainObject(schema['patternProperties'])) return undefined;
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(properties, key)) continue;
    const found = at.check(value[key], additional, below(at.position, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function below(position: SchemaPosition, key: string): SchemaPosition {
  return { ...position, path: `${position.path}.${key}` };
}
