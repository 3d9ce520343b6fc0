import type { Failure } from '../failure/failure.ts';
import type { Answer } from './answer.ts';

// The ways in which models write out a call instead of making it.
const markers =
  /<\/?(?:tool_call|function_call|function=|invoke|\|tool_call)|\[TOOL_CALLS\]|<\|python_tag\|>/;

/** Whether the text is a tool call that was meant to be made. Only where tools were offered and none was called. */
export function judgeToolCallsAsText(answer: Answer): Failure | undefined {
  const { params, text, toolCalls } = answer;
  if (toolCalls.length > 0 || params.tools === undefined || !markers.test(text)) return undefined;
  return {
    class: 'bad-tool-call',
    code: 'as-text',
    message: 'A tool call was written out as text',
  };
}
