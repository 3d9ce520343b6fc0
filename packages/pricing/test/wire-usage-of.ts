import type { RecordedCharge } from './recorded-charges.ts';

/** The counters and the report of a recorded call. */
export type Countable = Pick<RecordedCharge, 'dialect' | 'input' | 'output'> &
  Partial<Omit<RecordedCharge, 'id' | 'kind' | 'source' | 'date' | 'spend'>>;

/** The usage as it came over the wire, in the dialect it was recorded in. */
export function wireUsageOf(charge: Countable): Record<string, unknown> {
  return { ...countersOf(charge), ...reportOf(charge) };
}

function countersOf(charge: Countable): Record<string, unknown> {
  const { dialect, input, output, cacheRead = 0, cacheWrite = 0, reasoning = 0 } = charge;
  if (dialect === 'messages') {
    return {
      input_tokens: input,
      output_tokens: output,
      cache_read_input_tokens: cacheRead,
      cache_creation_input_tokens: cacheWrite,
    };
  }
  const [inName, outName] = dialect === 'chat' ? ['prompt', 'completion'] : ['input', 'output'];
  return {
    [`${inName}_tokens`]: input,
    [`${inName}_tokens_details`]: { cached_tokens: cacheRead, cache_write_tokens: cacheWrite },
    [`${outName}_tokens`]: output,
    [`${outName}_tokens_details`]: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  };
}

function reportOf(charge: Countable): Record<string, unknown> {
  const [inPart, outPart] =
    charge.dialect === 'responses' ? ['input', 'output'] : ['prompt', 'completions'];
  return {
    ...(charge.cost !== undefined && { cost: Number(charge.cost) }),
    ...(charge.byok !== undefined && { is_byok: charge.byok }),
    cost_details: {
      upstream_inference_cost: numberOrNull(charge.upstream),
      [`upstream_inference_${inPart}_cost`]: numberOrNull(charge.upstreamInput),
      [`upstream_inference_${outPart}_cost`]: numberOrNull(charge.upstreamOutput),
    },
    server_tool_use_details: {
      web_search_requests: charge.webSearches ?? 0,
      tool_calls_executed: charge.toolCalls ?? 0,
    },
  };
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
