import type { Capability } from '../model.ts';

/** OpenRouter's `supported_parameters` in our words. Parameters that stand for no capability are left out. */
const CAPABILITY_OF_PARAMETER: ReadonlyMap<string, Capability> = new Map([
  ['include_reasoning', 'reasoning'],
  ['logprobs', 'logprobs'],
  ['parallel_tool_calls', 'parallel-tool-calls'],
  ['reasoning', 'reasoning'],
  ['response_format', 'json-object'],
  ['seed', 'seed'],
  ['stop', 'stop'],
  ['structured_outputs', 'structured-output'],
  ['temperature', 'temperature'],
  ['tool_choice', 'tool-choice'],
  ['tools', 'tools'],
  ['web_search_options', 'web-search'],
]);

/** Every capability there is. */
export const CAPABILITIES: readonly Capability[] = [...new Set(CAPABILITY_OF_PARAMETER.values())];

/** The capabilities that a list of `supported_parameters` promises, sorted, each once. */
export function parseCapabilities(parameters: readonly string[]): readonly Capability[] {
  const found = new Set<Capability>();
  for (const parameter of parameters) {
    const capability = CAPABILITY_OF_PARAMETER.get(parameter);
    if (capability !== undefined) found.add(capability);
  }
  return [...found].toSorted();
}
