import { canonical } from '../../http/json.ts';
import type { Build, InstanceContext } from './instance-context.ts';
import type { Json, Schema } from './schema.ts';

const MAX_TRIES = 64;
/** Where the schema does not say, a list has this many items, and none below this depth. */
const USUAL_ITEMS = 2;
const DEEP = 4;

function wantedLength(schema: Schema, context: InstanceContext, prefix: number): number {
  const minimum = Math.max(Number(schema['minItems'] ?? 0), prefix);
  const maximum = Number(schema['maxItems'] ?? Infinity);
  const usual = context.depth >= DEEP || schema['items'] === false ? 0 : USUAL_ITEMS;
  return Math.min(Math.max(minimum, usual), maximum);
}

/** A list that obeys prefixItems, items, contains, uniqueItems and its length limits. */
export function arrayInstance(
  schema: Schema,
  context: InstanceContext,
  build: Build,
): Json | undefined {
  const prefix = Array.isArray(schema['prefixItems']) ? (schema['prefixItems'] as unknown[]) : [];
  const length = wantedLength(schema, context, prefix.length);
  const minimum = Number(schema['minItems'] ?? 0);
  const items: Json[] = [];
  const seen = new Set<string>();
  const itemSchema = (index: number): unknown =>
    prefix[index] ??
    (index === prefix.length ? schema['contains'] : undefined) ??
    schema['items'] ??
    {};
  for (let variant = 0; items.length < length && variant < MAX_TRIES; variant += 1) {
    const inner = { ...context, depth: context.depth + 1, variant: context.variant + variant };
    const item = build(itemSchema(items.length), inner);
    if (item === undefined) break;
    if (schema['uniqueItems'] === true && seen.has(canonical(item))) continue;
    seen.add(canonical(item));
    items.push(item);
  }
  return items.length >= minimum ? items : undefined;
}
