import type { Build, InstanceContext } from './instance-context.ts';
import { stringList } from '../../http/json.ts';
import { toSchema, type Json, type Schema } from './schema.ts';

/** Below this depth only what is required is filled in, so that recursive schemas end. */
const DEEP = 4;

/** Schema of a property: its own, that of a matching pattern, or that of any other name. */
function schemaOf(name: string, schema: Schema): unknown {
  const own = toSchema(schema['properties'])[name];
  if (own !== undefined) return own;
  const pattern = Object.entries(toSchema(schema['patternProperties'])).find(([expression]) =>
    new RegExp(expression, 'u').test(name),
  );
  return pattern?.[1] ?? schema['additionalProperties'] ?? {};
}

function namesOf(schema: Schema, context: InstanceContext): string[] {
  const required = stringList(schema['required']);
  const optional = context.depth < DEEP ? Object.keys(toSchema(schema['properties'])) : [];
  const names = [...new Set([...required, ...optional])];
  const maximum = Number(schema['maxProperties'] ?? Infinity);
  const minimum = Number(schema['minProperties'] ?? 0);
  for (let extra = 1; names.length < minimum; extra += 1) names.push(`property_${extra}`);
  return names
    .toSorted((a, b) => Number(required.includes(b)) - Number(required.includes(a)))
    .slice(0, Math.max(maximum, required.length));
}

/** An object with its required and, near the top, its optional properties, in the schema's own order. */
export function objectInstance(
  schema: Schema,
  context: InstanceContext,
  build: Build,
): Json | undefined {
  const required = stringList(schema['required']);
  const values = new Map<string, Json>();
  for (const name of namesOf(schema, context)) {
    const inner = { ...context, depth: context.depth + 1, property: name };
    const value = build(schemaOf(name, schema), inner);
    if (value !== undefined) values.set(name, value);
    else if (required.includes(name)) return undefined;
  }
  const declared = Object.keys(toSchema(schema['properties'])).filter((name) => values.has(name));
  const order = [...new Set([...declared, ...values.keys()])];
  return Object.fromEntries(order.map((name) => [name, values.get(name) ?? null]));
}
