/** Prices of a model or an endpoint: USD per unit as decimal strings, `-1` = decided per request. */
export interface Pricing {
  readonly prompt: string;
  readonly completion: string;
  readonly request?: string;
  readonly image?: string;
  readonly image_output?: string;
  readonly audio?: string;
  readonly audio_output?: string;
  readonly input_audio_cache?: string;
  readonly input_cache_read?: string;
  readonly input_cache_write?: string;
  readonly input_cache_write_1h?: string;
  readonly internal_reasoning?: string;
  readonly web_search?: string;
  readonly discount?: number;
  readonly overrides?: readonly PriceOverride[];
}

/** Other prices under conditions, all of which must hold. */
export interface PriceOverride extends Partial<Omit<Pricing, 'overrides' | 'discount'>> {
  /** The total prompt must have strictly more tokens than this. */
  readonly min_prompt_tokens?: number;
  /** HHMM, UTC, half-open, may wrap around midnight. */
  readonly utc_start?: number;
  readonly utc_end?: number;
  /** Weekday names such as `mon` or `monday`. */
  readonly utc_days?: readonly string[];
}

/** One model in the shape of `GET /models`. Fields that are not named here are kept as they came. */
export interface Model {
  readonly id: string;
  readonly canonical_slug: string;
  readonly name: string;
  /** Unix seconds. */
  readonly created: number;
  readonly context_length: number | null;
  readonly architecture: {
    readonly modality: string | null;
    readonly input_modalities: readonly string[];
    readonly output_modalities: readonly string[];
    readonly tokenizer?: string;
    readonly instruct_type?: string | null;
  };
  readonly pricing: Pricing;
  readonly top_provider: {
    readonly context_length: number | null;
    readonly max_completion_tokens: number | null;
    readonly is_moderated: boolean;
  };
  readonly per_request_limits: null;
  readonly supported_parameters: readonly string[];
  readonly default_parameters: Readonly<Record<string, unknown>> | null;
  readonly supported_voices: readonly string[] | null;
  readonly hugging_face_id?: string | null;
  readonly knowledge_cutoff?: string | null;
  readonly expiration_date?: string | null;
  readonly alias_target?: { readonly slug: string; readonly name: string };
  readonly reasoning?: {
    readonly mandatory?: boolean;
    readonly default_enabled?: boolean;
    readonly supported_efforts?: readonly string[] | null;
    readonly default_effort?: string;
  };
  readonly links: { readonly details: string };
}
