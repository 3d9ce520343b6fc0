import type { LanguageModelV4CallOptions, LanguageModelV4ToolCall } from '@ai-sdk/provider';
import type { Failure } from '../failure/failure.ts';
import { isOpenRouter } from './is-openrouter.ts';
import { isPlainObject } from './json-schema/is-plain-object.ts';
import { parseJson } from './parse-json.ts';

/** A call, and what is known about how its arguments came. */
export interface ArgumentsInput {
  readonly call: LanguageModelV4ToolCall;
  /** What was streamed as arguments; empty when nothing was. */
  readonly streamed: string;
  readonly params: LanguageModelV4CallOptions;
  readonly provider: string;
}

/**
 * Whether a call's arguments were cut. OpenRouter's provider replaces cut arguments by `{}` (issue 558 there), which
 * the streamed text contradicts, or which a tool with required arguments cannot have been meant to get.
 */
export function judgeArguments(input: ArgumentsInput): Failure | undefined {
  const { call } = input;
  if (call.input.trim() !== '' && !parseJson(call.input).ok) return cut(call.toolName);
  return call.input.trim() === '{}' && isMadeUp(input) ? cut(call.toolName) : undefined;
}

function isMadeUp({ call, streamed, params, provider }: ArgumentsInput): boolean {
  const text = streamed.trim();
  if (text !== '' && !parseJson(text).ok) return true;
  return isOpenRouter(provider) && requiresArguments(call.toolName, params);
}

function requiresArguments(toolName: string, params: LanguageModelV4CallOptions): boolean {
  const tool = params.tools?.find((candidate) => candidate.name === toolName);
  if (tool?.type !== 'function' || !isPlainObject(tool.inputSchema)) return false;
  const { required } = tool.inputSchema;
  return Array.isArray(required) && required.length > 0;
}

function cut(toolName: string): Failure {
  return { class: 'bad-tool-call', message: `The arguments for tool "${toolName}" were cut` };
}
