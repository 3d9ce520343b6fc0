import type { RetryOptions } from './durable-memory-options.ts';

export interface RetryDelayOptions extends RetryOptions {
  /** Failures so far, at least 1. */
  readonly failureCount: number;
  readonly random: () => number;
}

/** Full jitter over a doubling ceiling: many scopes that failed together do not come back together. */
export function retryDelay({
  failureCount,
  random,
  baseMs = 1000,
  maxMs = 300_000,
}: RetryDelayOptions): number {
  return Math.round(random() * Math.min(maxMs, baseMs * 2 ** (failureCount - 1)));
}
