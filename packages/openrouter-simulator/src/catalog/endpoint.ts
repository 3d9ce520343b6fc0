import type { Pricing } from './model.ts';

/** p50 to p99 of a measure over the last half hour. */
export interface Percentiles {
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p99: number;
}

/** One provider's offer of a model, in the shape of `GET /models/{author}/{slug}/endpoints`. */
export interface Endpoint {
  readonly name: string;
  readonly model_id: string;
  readonly model_name: string;
  readonly provider_name: string;
  /** Routing slug, such as `deepinfra` or `novita/fp8`. */
  readonly tag: string;
  readonly quantization: string | null;
  readonly context_length: number;
  readonly max_prompt_tokens: number | null;
  readonly max_completion_tokens: number | null;
  readonly pricing: Pricing;
  /** 0 = normal, negative = degraded. */
  readonly status: number;
  readonly supported_parameters: readonly string[];
  readonly supports_implicit_caching: boolean;
  readonly supports_voice_cloning: boolean;
  readonly supports_tool_choice: {
    readonly auto: boolean;
    readonly none: boolean;
    readonly required: boolean;
    readonly function: boolean;
  };
  readonly uptime_last_5m: number | null;
  readonly uptime_last_30m: number | null;
  readonly uptime_last_1d: number | null;
  /** Milliseconds to the first token. */
  readonly latency_last_30m: Percentiles | null;
  /** Tokens per second. */
  readonly throughput_last_30m: Percentiles | null;
}
