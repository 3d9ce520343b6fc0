/** A token bucket shared by calls: what protects a provider in an outage from our own fallbacks. */
export interface RetryBudget {
  /** Whether one more attempt after the first may start. */
  allows(): boolean;
  /** An attempt after the first failed. */
  spend(): void;
  /** A call was answered. */
  earn(): void;
}

/** Options of {@link createRetryBudget}. */
export interface RetryBudgetOptions {
  /** Failed further attempts that a full bucket pays for. @default 100 */
  readonly maxTokens?: number;
  /** Tokens an answered call earns (gRPC A6 calls it tokenRatio). @default 0.2 */
  readonly tokensPerAnswer?: number;
}

/**
 * The bucket pays when a further attempt *fails*, not when it starts, so a dead primary with a healthy second never
 * drains it, while a total outage costs at most `maxTokens` further attempts. First attempts are never throttled.
 */
export function createRetryBudget(options: RetryBudgetOptions = {}): RetryBudget {
  const { maxTokens = 100, tokensPerAnswer = 0.2 } = options;
  let tokens = maxTokens;
  return {
    allows: () => tokens >= 1,
    spend: () => {
      tokens = Math.max(0, tokens - 1);
    },
    earn: () => {
      tokens = Math.min(maxTokens, tokens + tokensPerAnswer);
    },
  };
}
