import type { Finding, ReadAnswer } from './finding.ts';

/** JSON that was asked for and is not there, or lacks what its schema requires at the top. */
export function checkJson({ json, text, toolCalls }: ReadAnswer): Finding | undefined {
  if (json === null || toolCalls.length > 0) return undefined;
  const value = parse(text);
  if (value === undefined) return { check: 'schema', amount: 5, detail: 'it is not JSON' };
  const missing = missingKeys(value, json.schema);
  if (missing.length === 0) return undefined;
  return { check: 'schema', amount: 5, detail: `required keys are missing: ${missing.join(', ')}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer here, not an error.
    return undefined;
  }
}

function missingKeys(value: unknown, schema: unknown): string[] {
  if (!isRecord(schema) || !Array.isArray(schema['required'])) return [];
  const required = schema['required'].filter((key) => typeof key === 'string');
  return isRecord(value) ? required.filter((key) => !(key in value)) : required;
}

/** Calls of tools that were not offered, arguments that are no JSON, a required call that is not there. */
export function checkToolCalls(answer: ReadAnswer): Finding | undefined {
  const { toolCalls, tools, toolRequired } = answer;
  if (toolRequired && toolCalls.length === 0)
    return { check: 'tool-call', amount: 5, detail: 'a tool call was required' };
  for (const { toolName, input } of toolCalls) {
    if (!tools.some(({ name }) => name === toolName))
      return { check: 'tool-call', amount: 5, detail: 'it calls a tool that was not offered' };
    if (input.trim() !== '' && parse(input) === undefined)
      return { check: 'tool-call', amount: 5, detail: 'the arguments of a tool call are not JSON' };
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
