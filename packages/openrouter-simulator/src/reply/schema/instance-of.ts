import { accepts } from './accepts.ts';
import { alternatives } from './alternatives.ts';
import { arrayInstance } from './array-instance.ts';
import type { InstanceContext } from './instance-context.ts';
import { numberInstance } from './number-instance.ts';
import { objectInstance } from './object-instance.ts';
import { toJson, toSchema, typesOf, type Json, type Schema, type TypeName } from './schema.ts';
import { stringInstance } from './string-instance.ts';

/** Deeper than this a recursive schema gets nothing optional. */
const MAX_DEPTH = 12;

function valueOfType(type: TypeName, schema: Schema, context: InstanceContext): Json | undefined {
  switch (type) {
    case 'object':
      return objectInstance(schema, context, build);
    case 'array':
      return arrayInstance(schema, context, build);
    case 'string':
      return stringInstance(schema, context);
    case 'number':
    case 'integer':
      return numberInstance(schema, type === 'integer', context.variant);
    default:
      return null;
  }
}

/** Values worth trying for a schema without combinators, the most telling first. */
function candidates(schema: Schema, context: InstanceContext): Json[] {
  if ('const' in schema) return [toJson(schema['const'])];
  if (Array.isArray(schema['enum'])) {
    const options = schema['enum'].map(toJson);
    const start = context.variant % Math.max(1, options.length);
    return [...options.slice(start), ...options.slice(0, start)];
  }
  return typesOf(schema).flatMap((type) => {
    if (type === 'boolean') return context.variant % 2 === 0 ? [true, false] : [false, true];
    const value = valueOfType(type, schema, context);
    return value === undefined ? [] : [value];
  });
}

function build(schema: unknown, context: InstanceContext): Json | undefined {
  if (context.depth > MAX_DEPTH) return undefined;
  const asked = toSchema(schema);
  for (const alternative of alternatives(asked, context.root))
    for (const value of candidates(alternative, context))
      if (accepts(asked, value, context.root)) return value;
  return undefined;
}

/** What an instance is made from. */
export interface InstanceOptions {
  /** Proposes text for a string property of this name; it is cut or stretched to fit the schema. */
  readonly textFor: (property: string) => string;
}

/**
 * Builds a valid instance of a JSON schema, with text from the conversation where the schema leaves the choice.
 * Undefined when none was found: the schema is contradictory, or uses keywords beyond those of `accepts`.
 */
export function instanceOf(schema: unknown, options: InstanceOptions): Json | undefined {
  const root = toSchema(schema);
  return build(root, { root, depth: 0, variant: 0, property: '', textFor: options.textFor });
}
