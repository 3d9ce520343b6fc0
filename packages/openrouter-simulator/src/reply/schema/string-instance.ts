import type { InstanceContext } from './instance-context.ts';
import { patternInstance } from './pattern-instance.ts';
import type { Schema } from './schema.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** An example of each format of JSON schema, different for each variant. */
const FORMATS: Readonly<Record<string, (variant: number) => string>> = {
  'date-time': (n) => `2026-11-10T12:${two(Math.floor(n / 60) % 60)}:${two(n % 60)}Z`,
  date: (n) => `2026-11-${two((n % 28) + 1)}`,
  time: (n) => `12:00:${two(n % 60)}Z`,
  duration: (n) => `PT${n + 1}M`,
  email: (n) => `simulated${n}@example.com`,
  'idn-email': (n) => `simulated${n}@example.com`,
  hostname: (n) => `simulated${n}.example.com`,
  'idn-hostname': (n) => `simulated${n}.example.com`,
  ipv4: (n) => `192.0.2.${n % 256}`,
  ipv6: (n) => `2001:db8::${(n + 1).toString(16)}`,
  uri: (n) => `https://example.com/simulated/${n}`,
  'uri-reference': (n) => `/simulated/${n}`,
  iri: (n) => `https://example.com/simulated/${n}`,
  'iri-reference': (n) => `/simulated/${n}`,
  'uri-template': (n) => `https://example.com/${n}/{id}`,
  uuid: (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
  'json-pointer': (n) => `/simulated/${n}`,
  'relative-json-pointer': (n) => `${n}/simulated`,
  regex: (n) => `^simulated${n}$`,
  byte: (n) => ['c2lt', 'dWxh', 'dGVk'][n % 3] ?? 'c2lt',
};

/** Cuts or stretches a text to the allowed length, counted in code points. */
function fitLength(text: string, schema: Schema): string {
  const minimum = Number(schema['minLength'] ?? 0);
  const maximum = Number(schema['maxLength'] ?? Infinity);
  const points = Array.from(text);
  while (points.length < minimum) points.push('.');
  return points.length > maximum
    ? points.slice(0, maximum).join('').trimEnd().padEnd(minimum, '.')
    : points.join('');
}

/** A text by format, by pattern, or about the conversation. */
export function stringInstance(schema: Schema, context: InstanceContext): string {
  const { format, pattern } = schema;
  const byFormat = typeof format === 'string' ? FORMATS[format] : undefined;
  if (typeof pattern === 'string') {
    const length = {
      minimum: Number(schema['minLength'] ?? 0),
      maximum: Number(schema['maxLength'] ?? Infinity),
    };
    return patternInstance(pattern, context.variant, length);
  }
  if (byFormat !== undefined) return byFormat(context.variant);
  const text = context.textFor(context.property);
  // Only a second value in the same place must differ from the first.
  return fitLength(context.variant === 0 ? text : `${context.variant + 1}. ${text}`, schema);
}
