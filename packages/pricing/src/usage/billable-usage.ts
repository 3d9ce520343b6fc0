import type { Decimal } from '@tierwise/catalog/decimal';

/** The counters of one call that money depends on, whichever API and library reported them. */
export interface BillableUsage {
  readonly tokens: TokenCounts;
  readonly webSearches: number;
  /** Tools that OpenRouter itself ran (search, advisor, …). Their price is not in the model's rates. */
  readonly serverToolCalls: number;
  readonly report: CostReport;
}

/** Every count is a whole number from zero up. */
export interface TokenCounts {
  /** The whole prompt, tokens read from and written to caches included. */
  readonly input: number;
  /** The whole answer, reasoning included. */
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** The part of `cacheWrite` that is known to be a 1-hour write. */
  readonly cacheWrite1h: number;
  readonly reasoning: number;
  readonly inputAudio: number;
  readonly outputAudio: number;
  readonly outputImage: number;
}

/** What OpenRouter says the call cost. `null` where it says nothing. */
export interface CostReport {
  readonly cost: Decimal | null;
  /** The call ran on the caller's own key, so `cost` is only OpenRouter's fee. */
  readonly byok: boolean;
  readonly upstream: Decimal | null;
  readonly upstreamInput: Decimal | null;
  readonly upstreamOutput: Decimal | null;
  readonly serverTools: Decimal | null;
}
