import type { Call } from '../http/call.ts';
import type { JsonRecord } from '../http/json.ts';
import { chargeOf } from '../money/charge.ts';
import { toWireNumber, type Amount } from '../money/decimal.ts';
import type { Served } from './served.ts';

/** How a call ended. */
export interface GenerationEnd {
  readonly cost: Amount;
  readonly isCancelled: boolean;
}

/** What the cache saved; null where it did nothing. */
function cacheDiscount(served: Served, atMs: number): number | null {
  const { usage, endpoint, bill } = served;
  if (usage.cacheReadTokens + usage.cacheWriteTokens === 0) return null;
  const uncached = { ...usage, cacheReadTokens: 0, cacheWriteTokens: 0 };
  return toWireNumber(chargeOf(endpoint.pricing, uncached, atMs).total - bill.upstream);
}

function providerResponses(call: Call, served: Served): JsonRecord[] {
  return call.record.read().attempts.map((attempt) => ({
    provider_name: attempt.provider,
    model_permaslug: served.model.canonical_slug,
    status: attempt.status,
    latency: served.endpoint.latency_last_30m?.p50 ?? 0,
    is_byok: served.bill.isByok,
  }));
}

/** The data of `GET /generation` about a finished call. */
export function wireGeneration(call: Call, served: Served, end: GenerationEnd): JsonRecord {
  const { usage, bill, reply, extras } = served;
  const { atMs, stream } = call.record.read();
  const searches = extras.searches + extras.nativeSearches;
  return {
    id: served.generationId,
    api_type: 'completions',
    model: served.model.id,
    provider_name: served.endpoint.provider_name,
    provider_responses: providerResponses(call, served),
    total_cost: toWireNumber(end.cost),
    usage: toWireNumber(end.cost),
    upstream_inference_cost: bill.isByok ? toWireNumber(bill.upstream) : null,
    cache_discount: cacheDiscount(served, atMs),
    is_byok: bill.isByok,
    tokens_prompt: usage.promptTokens,
    tokens_completion: usage.completionTokens,
    native_tokens_prompt: usage.promptTokens,
    native_tokens_completion: usage.completionTokens,
    native_tokens_reasoning: usage.reasoningTokens,
    native_tokens_cached: usage.cacheReadTokens,
    native_tokens_completion_images: 0,
    num_media_prompt: null,
    num_media_completion: null,
    num_input_audio_prompt: null,
    num_search_results: searches > 0 ? searches : null,
    num_fetches: null,
    web_search_engine: extras.searches > 0 ? 'exa' : null,
    streamed: stream,
    cancelled: end.isCancelled,
    finish_reason: end.isCancelled ? null : reply.finishReason,
    native_finish_reason: end.isCancelled ? null : reply.finishReason,
    created_at: new Date(atMs).toISOString(),
    latency: served.endpoint.latency_last_30m?.p50 ?? null,
    generation_time: call.simulation.clock() - atMs,
    moderation_latency: null,
    origin: '',
    http_referer: call.request.headers.get('http-referer'),
    user_agent: call.request.headers.get('user-agent'),
    app_id: null,
    external_user: null,
    upstream_id: null,
    router: null,
    preset_id: null,
    service_tier: null,
    session_id: null,
    request_id: `req-sim-${call.record.sequence}`,
    response_cache_source_id: null,
    data_region: 'global',
    workspace_id: call.key().environment ?? null,
  };
}
