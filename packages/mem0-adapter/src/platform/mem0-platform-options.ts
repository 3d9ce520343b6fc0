/** A key of Mem0's platform, and the limits of its requests. */
export interface Mem0PlatformOptions {
  /** Key of the platform, sent to `baseUrl` only. */
  readonly apiKey: string;
  /** Default: https://api.mem0.ai. */
  readonly baseUrl?: string;
  /** Deadline of one try. Default: 10_000 ms. */
  readonly timeoutMs?: number;
  /** Further tries where a failure may pass; an add only where the platform refused it. Default: 2. */
  readonly maxRetries?: number;
  /** Default: the global fetch. */
  readonly fetch?: typeof globalThis.fetch;
  /** Default: a timer. */
  readonly sleep?: (durationMs: number) => Promise<void>;
  /** From 0 to 1. Default: Math.random. */
  readonly random?: () => number;
}
