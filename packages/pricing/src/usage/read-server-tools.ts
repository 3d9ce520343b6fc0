import { countOf, type Fields, fieldsOf } from './fields.ts';

/** Reads how often OpenRouter or the model searched the web, and how many tools OpenRouter itself ran. */
export function readServerTools(wire: Fields): { webSearches: number; serverToolCalls: number } {
  const details = fieldsOf(wire['server_tool_use_details'] ?? wire['server_tool_use']);
  return {
    webSearches: countOf(details['web_search_requests']) ?? 0,
    serverToolCalls: countOf(details['tool_calls_executed']) ?? 0,
  };
}
