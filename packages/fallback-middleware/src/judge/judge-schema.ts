import type { Failure } from '../failure/failure.ts';
import type { Answer } from './answer.ts';
import { parseJson } from './parse-json.ts';
import { schemaMismatch } from './json-schema/schema-mismatch.ts';

/** Whether a JSON answer is JSON and keeps its schema. Answers that call tools, and calls that asked for text, pass. */
export function judgeSchema(answer: Answer): Failure | undefined {
  const format = answer.params.responseFormat;
  if (format?.type !== 'json' || answer.toolCalls.length > 0) return undefined;
  const parsed = parseJson(answer.text);
  if (!parsed.ok) return invalid('The answer is not JSON');
  const mismatch =
    format.schema === undefined ? undefined : schemaMismatch(parsed.value, format.schema);
  return mismatch === undefined ? undefined : invalid(`The answer breaks its schema: ${mismatch}`);
}

function invalid(message: string): Failure {
  return { class: 'invalid-output', code: 'schema', message };
}
