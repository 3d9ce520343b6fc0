import type { Capability, IsoDate, Prices } from '../model.ts';

/** One provider's offer of a model. Calls are charged at the price of the endpoint that serves them. */
export interface Endpoint {
  readonly modelId: string;
  readonly provider: string;
  /** What `provider.only` and `provider.order` of a request name: `novita/fp8`, `google-vertex/europe`. */
  readonly tag: string;
  readonly quantization: string | null;
  /** The data region that the tag names: `eu`, `us` or `global`; `null` when it names none. */
  readonly region: 'eu' | 'us' | 'global' | null;
  /** The service tier that the tag names (`fast`, `priority`, `flex`); `null` for the default one. */
  readonly serviceTier: string | null;
  readonly contextTokens: number | null;
  readonly maxInputTokens: number | null;
  readonly maxOutputTokens: number | null;
  /** Discounts are already in it. */
  readonly prices: Prices;
  /** 0 is normal; below it OpenRouter routes around the endpoint. */
  readonly status: number | null;
  /** Percent of requests answered, rate limits left out. */
  readonly uptimePercent: {
    readonly last5m: number | null;
    readonly last30m: number | null;
    readonly last1d: number | null;
  };
  /** Milliseconds to the first token over the last 30 minutes; `null` without a key. */
  readonly latencyMs: Percentiles | null;
  /** Tokens a second over the last 30 minutes; `null` without a key. */
  readonly tokensPerSecond: Percentiles | null;
  readonly capabilities: readonly Capability[];
  readonly parameters: readonly string[];
  readonly implicitCaching: boolean | null;
  /** It keeps no data. Known only for endpoints out of the list of such; `null` elsewhere. */
  readonly zeroDataRetention: boolean | null;
  readonly asOf: IsoDate;
}

/** Percentiles of a measurement, in its unit; `null` where OpenRouter names none. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
}
