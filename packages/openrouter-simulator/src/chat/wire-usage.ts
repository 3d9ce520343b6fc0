import type { JsonRecord } from '../http/json.ts';
import type { RecordedUsage } from '../log/request-record.ts';
import type { Charge } from '../money/charge.ts';
import { toWireNumber } from '../money/decimal.ts';

/** The wire's `usage` object. */
export function wireUsage(usage: RecordedUsage, charge: Charge): JsonRecord {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    total_tokens: usage.promptTokens + usage.completionTokens,
    cost: toWireNumber(charge.total),
    is_byok: false,
    prompt_tokens_details: {
      cached_tokens: usage.cacheReadTokens,
      cache_write_tokens: usage.cacheWriteTokens,
      audio_tokens: 0,
      video_tokens: 0,
    },
    cost_details: {
      upstream_inference_cost: null,
      upstream_inference_prompt_cost: toWireNumber(charge.prompt),
      upstream_inference_completions_cost: toWireNumber(charge.completion),
    },
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      image_tokens: 0,
      audio_tokens: 0,
    },
  };
}
