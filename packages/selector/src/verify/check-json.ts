import type { Finding, ReadAnswer } from './finding.ts';
import { parseJson } from './parse-json.ts';

/** JSON that was asked for and is not there, or lacks what its schema requires at the top. */
export function checkJson({ json, text, toolCalls }: ReadAnswer): Finding | undefined {
  if (json === null || toolCalls.length > 0) return undefined;
  const value = parseJson(text);
  if (value === undefined) return { check: 'schema', amount: 5, detail: 'it is not JSON' };
  const missing = missingKeys(value, json.schema);
  if (missing.length === 0) return undefined;
  return { check: 'schema', amount: 5, detail: `required keys are missing: ${missing.join(', ')}` };
}

function missingKeys(value: unknown, schema: unknown): string[] {
  if (!isRecord(schema) || !Array.isArray(schema['required'])) return [];
  const required = schema['required'].filter((key) => typeof key === 'string');
  return isRecord(value) ? required.filter((key) => !(key in value)) : required;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
