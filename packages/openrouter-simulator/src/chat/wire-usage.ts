import type { JsonRecord } from '../http/json.ts';
import { toWireNumber } from '../money/decimal.ts';
import type { Served } from './served.ts';

/** Null for an ordinary call; the model's own part where the cost holds more than it, or less. */
function upstreamCost({ bill }: Served): number | null {
  return bill.isByok || bill.serverTools > 0n ? toWireNumber(bill.upstream) : null;
}

function costDetails(served: Served): JsonRecord {
  const { bill } = served;
  return {
    upstream_inference_cost: upstreamCost(served),
    upstream_inference_prompt_cost: toWireNumber(bill.prompt),
    upstream_inference_completions_cost: toWireNumber(bill.completion),
    ...(bill.serverTools > 0n && { server_tool_cost: toWireNumber(bill.serverTools) }),
  };
}

/** The wire's `usage` object. */
export function wireUsage(served: Served): JsonRecord {
  const { usage, bill, extras } = served;
  const searches = extras.searches + extras.nativeSearches;
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    total_tokens: usage.promptTokens + usage.completionTokens,
    cost: toWireNumber(bill.cost),
    is_byok: bill.isByok,
    prompt_tokens_details: {
      cached_tokens: usage.cacheReadTokens,
      cache_write_tokens: usage.cacheWriteTokens,
      audio_tokens: 0,
      video_tokens: 0,
    },
    cost_details: costDetails(served),
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      image_tokens: 0,
      audio_tokens: 0,
    },
    ...(searches > 0 && {
      server_tool_use_details: {
        tool_calls_requested: searches,
        tool_calls_executed: searches,
        web_search_requests: searches,
      },
    }),
  };
}
