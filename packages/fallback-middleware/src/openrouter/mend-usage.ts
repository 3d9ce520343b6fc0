type JsonObject = Record<string, unknown>;

/** The JSON text with a `usage` the provider can read; the very same text where there is nothing to mend. */
export function mendUsage(text: string): string {
  // Most events of a stream carry no usage and need not be parsed twice.
  if (!text.includes('"usage"')) return text;
  const document = parseObject(text);
  const usage = document?.['usage'];
  if (document === undefined || !isObject(usage)) return text;
  const mended = readable(usage);
  return mended === undefined ? text : JSON.stringify({ ...document, usage: mended });
}

// What schema 3.1.0 of the provider demands: a number or nothing for the cost, and in each kind of details one number.
function readable(usage: JsonObject): JsonObject | undefined {
  const changes: JsonObject = {};
  if (usage['cost'] === null) changes['cost'] = undefined;
  mendDetails(changes, usage, 'prompt_tokens_details', 'cached_tokens');
  mendDetails(changes, usage, 'completion_tokens_details', 'reasoning_tokens');
  return Object.keys(changes).length === 0 ? undefined : { ...usage, ...changes };
}

/** Details that say nothing are left out. Beside others, a missing count is 0, as the provider itself reads it. */
function mendDetails(changes: JsonObject, usage: JsonObject, name: string, count: string): void {
  const details = usage[name];
  if (!isObject(details) || typeof details[count] === 'number') return;
  const saysMore = Object.entries(details).some(([key, value]) => key !== count && value !== null);
  changes[name] = saysMore ? { ...details, [count]: 0 } : undefined;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    // Not JSON: the provider says so better than we could.
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
