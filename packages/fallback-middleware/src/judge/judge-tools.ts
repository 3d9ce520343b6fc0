import type { LanguageModelV4FunctionTool, LanguageModelV4ToolCall } from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';
import type { Answer } from './answer.ts';
import { schemaMismatch } from './json-schema/schema-mismatch.ts';
import { parseJson } from './parse-json.ts';

/** Whether the answer's tool calls can be executed, and whether a call that was required is there. */
export function judgeTools(answer: Answer): Failure | undefined {
  const missing = missingCall(answer);
  if (missing !== undefined) return bad(missing);
  for (const call of answer.toolCalls) {
    const fault = faultOf(call, answer);
    if (fault !== undefined) return bad(fault);
  }
  return undefined;
}

function missingCall({ params, toolCalls }: Answer): string | undefined {
  const choice = params.toolChoice;
  if (choice?.type === 'required' && toolCalls.length === 0) return 'A tool call was required';
  return choice?.type === 'tool' && !toolCalls.some(({ toolName }) => toolName === choice.toolName)
    ? `A call of tool "${choice.toolName}" was required`
    : undefined;
}

function faultOf(call: LanguageModelV4ToolCall, { params }: Answer): string | undefined {
  if (call.dynamic === true) return undefined;
  const tools = params.tools ?? [];
  if (tools.some((tool) => tool.type === 'provider' && tool.name === call.toolName))
    return undefined;
  const tool = tools.find(
    (candidate): candidate is LanguageModelV4FunctionTool =>
      candidate.type === 'function' && candidate.name === call.toolName,
  );
  if (tool === undefined) return `No tool is named "${call.toolName}"`;
  const input = parseJson(call.input.trim() === '' ? '{}' : call.input);
  if (!input.ok) return `The arguments for tool "${call.toolName}" are not JSON`;
  const mismatch = schemaMismatch(input.value, tool.inputSchema);
  return mismatch === undefined
    ? undefined
    : `The arguments for tool "${call.toolName}" break its schema: ${mismatch}`;
}

function bad(message: string): Failure {
  return { class: 'bad-tool-call', message };
}
