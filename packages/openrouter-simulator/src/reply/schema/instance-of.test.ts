import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instanceOf } from './instance-of.ts';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const textFor = (property: string): string => `simulated ${property}: 你好 😀`;

/** The validator's complaints about what we make of a schema; none is what every test wants. */
function complaints(schema: object): unknown {
  const instance = instanceOf(schema, { textFor });
  if (instance === undefined) return 'no instance found';
  return ajv.validate(schema, instance) ? undefined : { instance, errors: ajv.errors };
}

const bounds = fc.tuple(fc.nat(6), fc.nat(6)).map(([low, more]) => ({ low, high: low + more }));
const FORMATS = [
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uuid',
  'json-pointer',
  'regex',
  'byte',
];
const PATTERNS = [
  '^[a-z]+$',
  '^\\d{4}-\\d{2}$',
  '^(?:red|green|blue)$',
  '^[A-Z][a-z]*(?: [A-Z][a-z]*)?$',
  '^#[0-9a-fA-F]{6}$',
  '[^\\s]{3,}',
  '^v\\d+\\.\\d+\\.\\d+(-[a-z]+)?$',
  '^\\p{L}+$',
  '^[\\u4e00-\\u9fff]{2,4}$',
  '^\\+?[1-9]\\d{1,14}$',
  '^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$',
];

const literals = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const numbers = fc.oneof(
  bounds.map(({ low, high }) => ({ type: 'integer', minimum: low, maximum: high })),
  bounds.map(({ low, high }) => ({
    type: 'number',
    exclusiveMinimum: low,
    exclusiveMaximum: high + 1,
  })),
  fc
    .constantFrom(0.01, 0.25, 3, 7, 10)
    .map((multipleOf) => ({ type: 'number', multipleOf, minimum: 5 })),
  fc.integer({ min: -50, max: -1 }).map((maximum) => ({ type: 'integer', maximum })),
);
const strings = fc.oneof(
  bounds.map(({ low, high }) => ({ type: 'string', minLength: low, maxLength: high })),
  fc.constantFrom(...FORMATS).map((format) => ({ type: 'string', format })),
  fc.constantFrom(...PATTERNS).map((pattern) => ({ type: 'string', pattern })),
);
const leaves = fc.oneof(
  numbers,
  strings,
  fc.constantFrom({ type: 'boolean' }, { type: 'null' }, {}),
  fc.uniqueArray(literals, { minLength: 1, maxLength: 4 }).map((options) => ({ enum: options })),
  literals.map((value) => ({ const: value })),
);

/** Schemas that some value satisfies, of every keyword the README promises. */
const { schema: schemas } = fc.letrec<{ schema: object; object: object }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    tie('object'),
    bounds.chain(({ low, high }) =>
      tie('schema').map((items) => ({ type: 'array', items, minItems: low, maxItems: high })),
    ),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((prefixItems) => ({
      type: 'array',
      prefixItems,
      items: false,
      minItems: prefixItems.length,
    })),
    fc.nat(5).map((minItems) => ({
      type: 'array',
      uniqueItems: true,
      minItems,
      items: { type: 'string' },
    })),
    fc.integer({ min: 1, max: 3 }).map((minItems) => ({
      type: 'array',
      uniqueItems: true,
      minItems,
      maxItems: 3,
      items: { enum: ['a', 'b', 'c'] },
    })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.tuple(strings, numbers).map(([a, b]) => ({ oneOf: [a, b, { type: 'null' }] })),
    // Of different properties: two schemas for one property may leave nothing to find.
    fc.tuple(tie('object'), tie('schema')).map(([object, other]) => ({
      allOf: [object, { required: ['other'], properties: { other } }],
    })),
    tie('schema').map((inner) => ({ $defs: { inner }, type: ['string', 'null'] })),
  ),
  object: fc
    .dictionary(fc.constantFrom('city', 'a', 'b-c', '名'), tie('schema'), {
      maxKeys: 3,
      noNullPrototype: true,
    })
    .chain((properties) =>
      fc
        .subarray(Object.keys(properties))
        .map((required) => ({ type: 'object', properties, required })),
    ),
}));

describe('the instance of a schema', () => {
  it('is accepted by a JSON-schema validator, whatever the schema', () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(complaints(schema)).toBeUndefined();
      }),
      { numRuns: 600 },
    );
  });

  it.each<[string, object]>([
    [
      'a recursive tree',
      {
        $defs: {
          node: {
            type: 'object',
            required: ['value', 'children'],
            properties: {
              value: { type: 'string' },
              children: { type: 'array', items: { $ref: '#/$defs/node' } },
            },
          },
        },
        $ref: '#/$defs/node',
      },
    ],
    [
      'a linked list that may end in null',
      {
        type: 'object',
        required: ['next'],
        properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
      },
    ],
    [
      'a reference with siblings',
      {
        $defs: { name: { type: 'string' } },
        type: 'object',
        required: ['n'],
        properties: { n: { $ref: '#/$defs/name', minLength: 40 } },
      },
    ],
    [
      'oneOf whose branches overlap',
      { oneOf: [{ type: 'number' }, { type: 'integer' }, { type: 'string' }] },
    ],
    [
      'a discriminated union',
      {
        type: 'object',
        required: ['shape'],
        properties: {
          shape: {
            oneOf: [
              {
                type: 'object',
                required: ['kind', 'r'],
                properties: {
                  kind: { const: 'circle' },
                  r: { type: 'number', exclusiveMinimum: 0 },
                },
                additionalProperties: false,
              },
              {
                type: 'object',
                required: ['kind', 'w'],
                properties: { kind: { const: 'square' }, w: { type: 'number' } },
                additionalProperties: false,
              },
            ],
          },
        },
      },
    ],
    [
      'allOf that narrows',
      { allOf: [{ type: 'integer', minimum: 3 }, { maximum: 4 }, { multipleOf: 2 }] },
    ],
    [
      'if, then, else',
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: { enum: ['a', 'b'] } },
        if: { properties: { kind: { const: 'a' } } },
        // JSON schema's own word.
        // oxlint-disable-next-line unicorn/no-thenable
        then: { required: ['extra'], properties: { extra: { type: 'integer' } } },
      },
    ],
    [
      'contains',
      { type: 'array', contains: { const: 7 }, items: { type: 'integer' }, minItems: 3 },
    ],
    [
      'patternProperties and additionalProperties: false',
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { '^property_': { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    [
      'unique numbers',
      {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: 9 },
        uniqueItems: true,
        minItems: 4,
      },
    ],
    ['not', { type: 'string', not: { maxLength: 5 } }],
    [
      'nested arrays',
      {
        type: 'array',
        minItems: 2,
        items: {
          type: 'array',
          minItems: 2,
          items: { type: 'array', items: { type: 'string', format: 'uuid' } },
        },
      },
    ],
    [
      'a long pattern',
      { type: 'string', pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{4}\\d{7}([A-Z0-9]?){0,16}$' },
    ],
    [
      'a pattern with a length',
      { type: 'string', pattern: '^[a-f0-9]+$', minLength: 32, maxLength: 32 },
    ],
    [
      'what zod writes',
      z.toJSONSchema(
        z.object({
          id: z.uuid(),
          at: z.iso.datetime(),
          tags: z.array(z.string().min(1)).max(5),
          kind: z.discriminatedUnion('t', [
            z.object({ t: z.literal('x'), n: z.int().positive() }),
            z.object({ t: z.literal('y'), s: z.url() }),
          ]),
          record: z.record(z.string(), z.number()),
          tuple: z.tuple([z.string(), z.boolean()]),
          optional: z.string().nullable().optional(),
        }),
      ),
    ],
  ])('is valid for %s', (_name, schema) => {
    expect(complaints(schema)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['an impossible range', { type: 'integer', minimum: 5, maximum: 4 }],
    ['false', { not: {} }],
    [
      'a required property that cannot be',
      { type: 'object', required: ['a'], properties: { a: false } },
    ],
  ])('is none for %s', (_name, schema) => {
    expect(instanceOf(schema, { textFor })).toBeUndefined();
  });
});
