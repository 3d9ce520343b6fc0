import { mergeSchemas } from './merge-schemas.ts';
import { resolveReference, toSchema, type Schema } from './schema.ts';

/** A schema may hold many branches; more combinations than these are not tried. */
const MAX_ALTERNATIVES = 32;
const MAX_REFERENCE_DEPTH = 24;

const isNullOnly = (schema: Schema): boolean =>
  schema['type'] === 'null' || schema['const'] === null;

/** Branches that say something come before the one that says nothing. */
function branches(value: unknown): Schema[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.map(toSchema).toSorted((a, b) => Number(isNullOnly(a)) - Number(isNullOnly(b)));
}

function product(left: readonly Schema[], right: readonly Schema[]): Schema[] {
  return left.flatMap((a) => right.map((b) => mergeSchemas(a, b))).slice(0, MAX_ALTERNATIVES);
}

/** The two ways to obey if/then/else. */
function conditional(schema: Schema): Schema[] | undefined {
  if (!('if' in schema)) return undefined;
  const whenTrue = { allOf: [toSchema(schema['if']), toSchema(schema['then'])] };
  return [whenTrue, toSchema(schema['else'])];
}

/**
 * The schemas without references and combinators, any of which an instance may follow: `$ref` is resolved, `allOf` merged,
 * `anyOf`, `oneOf` and `if` spread out.
 */
export function alternatives(schema: Schema, root: Schema, depth: number = 0): Schema[] {
  if (depth > MAX_REFERENCE_DEPTH) return [];
  const { $ref, allOf, anyOf, oneOf, if: _if, then: _then, else: _else, ...plain } = schema;
  let found: Schema[] = [plain];
  const expand = (options: readonly Schema[]): void => {
    found = product(
      found,
      options.flatMap((option) => alternatives(option, root, depth + 1)),
    );
  };
  if (typeof $ref === 'string') expand([resolveReference(root, $ref)]);
  for (const part of branches(allOf) ?? []) expand([part]);
  for (const options of [branches(anyOf), branches(oneOf), conditional(schema)])
    if (options !== undefined) expand(options);
  return found;
}
