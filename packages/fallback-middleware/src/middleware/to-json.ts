import type { JSONObject, JSONValue } from '@ai-sdk/provider';

/** A value as JSON has it: undefined vanishes, what JSON cannot hold becomes null. */
export function toJsonObject(value: object): JSONObject {
  const plain: JSONObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) plain[key] = toJson(item);
  }
  return plain;
}

function toJson(value: unknown): JSONValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toJson);
  return typeof value === 'object' && value !== null ? toJsonObject(value) : null;
}
