import { z } from 'zod';

type Maybe<T> = T | null | undefined;

/** An endpoint as OpenRouter sends it, as far as we read it. */
export interface WireEndpoint {
  readonly model_id: string;
  readonly provider_name: string;
  readonly tag: string;
  readonly quantization?: Maybe<string>;
  readonly context_length?: Maybe<number>;
  readonly max_prompt_tokens?: Maybe<number>;
  readonly max_completion_tokens?: Maybe<number>;
  readonly pricing: Readonly<Record<string, unknown>>;
  readonly status?: Maybe<number>;
  readonly supported_parameters?: Maybe<readonly string[]>;
  readonly supports_implicit_caching?: Maybe<boolean>;
  readonly uptime_last_5m?: Maybe<number>;
  readonly uptime_last_30m?: Maybe<number>;
  readonly uptime_last_1d?: Maybe<number>;
  readonly latency_last_30m?: Maybe<WirePercentiles>;
  readonly throughput_last_30m?: Maybe<WirePercentiles>;
}

export type WirePercentiles = Readonly<
  Partial<Record<'p50' | 'p75' | 'p90' | 'p99', Maybe<number>>>
>;

const number = z.number().nullish();

const percentiles = z.looseObject({ p50: number, p75: number, p90: number, p99: number }).nullish();

/** Checks one endpoint. */
export const wireEndpointSchema: z.ZodType<WireEndpoint> = z.looseObject({
  model_id: z.string(),
  provider_name: z.string(),
  tag: z.string(),
  quantization: z.string().nullish(),
  context_length: number,
  max_prompt_tokens: number,
  max_completion_tokens: number,
  pricing: z.record(z.string(), z.unknown()),
  status: number,
  supported_parameters: z.array(z.string()).nullish(),
  supports_implicit_caching: z.boolean().nullish(),
  uptime_last_5m: number,
  uptime_last_30m: number,
  uptime_last_1d: number,
  latency_last_30m: percentiles,
  throughput_last_30m: percentiles,
});

/** Checks a body: the endpoints of one model under `data.endpoints`, or of many under `data`. Entries stay unchecked. */
export const wireEndpointsSchema: z.ZodType<readonly unknown[]> = z.union([
  z.looseObject({ data: z.array(z.unknown()) }).transform((body) => body.data),
  z
    .looseObject({ data: z.looseObject({ endpoints: z.array(z.unknown()) }) })
    .transform((body) => body.data.endpoints),
]);
