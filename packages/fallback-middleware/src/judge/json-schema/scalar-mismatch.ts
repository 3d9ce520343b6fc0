/** What is wrong with a value by its type, its allowed values or its bounds. */
export function scalarMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  return (
    typeMismatch(value, schema['type'], path) ??
    allowedMismatch(value, schema, path) ??
    stringMismatch(value, schema, path) ??
    numberMismatch(value, schema, path)
  );
}

function typeMismatch(value: unknown, type: unknown, path: string): string | undefined {
  const types = Array.isArray(type) ? type : [type];
  if (type === undefined || types.some((name) => isOfType(value, name))) return undefined;
  return `${path} is ${typeName(value)}, not ${types.join(' or ')}`;
}

function isOfType(value: unknown, name: unknown): boolean {
  const actual = typeName(value);
  return actual === name || (name === 'integer' && Number.isInteger(value));
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function allowedMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  const allowed = 'const' in schema ? [schema['const']] : schema['enum'];
  if (!Array.isArray(allowed)) return undefined;
  const text = JSON.stringify(value);
  return allowed.some((item) => JSON.stringify(item) === text)
    ? undefined
    : `${path} is none of the allowed values`;
}

function stringMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { minLength, maxLength, pattern } = schema;
  if (typeof minLength === 'number' && value.length < minLength) return `${path} is too short`;
  if (typeof maxLength === 'number' && value.length > maxLength) return `${path} is too long`;
  // The schema is the caller's own, so its pattern is trusted.
  return typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)
    ? `${path} does not match its pattern`
    : undefined;
}

function numberMismatch(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  if (typeof value !== 'number') return undefined;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const tooSmall =
    (typeof minimum === 'number' && value < minimum) ||
    (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum);
  const tooLarge =
    (typeof maximum === 'number' && value > maximum) ||
    (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum);
  return tooSmall || tooLarge ? `${path} is out of bounds` : undefined;
}
