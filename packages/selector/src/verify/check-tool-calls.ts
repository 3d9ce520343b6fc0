import type { Finding, ReadAnswer } from './finding.ts';
import { parseJson } from './parse-json.ts';

/** Calls of tools that were not offered, arguments that are no JSON, a required call that is not there. */
export function checkToolCalls(answer: ReadAnswer): Finding | undefined {
  const { toolCalls, tools, toolRequired } = answer;
  if (toolRequired && toolCalls.length === 0)
    return { check: 'tool-call', amount: 5, detail: 'a tool call was required' };
  for (const { toolName, input } of toolCalls) {
    if (!tools.some(({ name }) => name === toolName))
      return { check: 'tool-call', amount: 5, detail: 'it calls a tool that was not offered' };
    if (input.trim() !== '' && parseJson(input) === undefined)
      return { check: 'tool-call', amount: 5, detail: 'the arguments of a tool call are not JSON' };
  }
  return undefined;
}
