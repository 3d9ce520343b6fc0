import type { FailureClass } from '../failure/failure-class.ts';

/** When one failure class opens a breaker, and for how long. */
export interface BreakerRule {
  /** Failures of this class in a row that open it. */
  readonly failures: number;
  /** First cool-down; doubles with every failed probe. */
  readonly cooldownMs: number;
  /** Neither doubling nor a retry hint goes beyond this. */
  readonly maxCooldownMs: number;
}

/** Options of a breaker. */
export interface BreakerPolicy {
  /** Classes that are absent never move the breaker: aborts, callers' faults, refusals. */
  readonly rules: Readonly<Partial<Record<FailureClass, BreakerRule>>>;
  /** How long a probe may take before the next caller gets one. */
  readonly probeLeaseMs: number;
  /** Cool-downs are longer by up to this part, so that callers do not come back at once. Never shorter. */
  readonly jitter: number;
  /** Weight of the newest value in the moving averages. */
  readonly weight: number;
}

const minute = 60_000;
const flaky: BreakerRule = { failures: 3, cooldownMs: 5_000, maxCooldownMs: minute };
const gone: BreakerRule = { failures: 1, cooldownMs: 10 * minute, maxCooldownMs: 60 * minute };

/**
 * One hiccup opens nothing; three in a row do (LiteLLM cools down for 5 s, too). A rate limit, a spent quota and a
 * lost model open at once, since asking again is known to fail.
 */
export const defaultBreakerPolicy: BreakerPolicy = {
  rules: {
    'rate-limited': { failures: 1, cooldownMs: 5_000, maxCooldownMs: minute },
    'quota-exhausted': { failures: 1, cooldownMs: 15 * minute, maxCooldownMs: 24 * 60 * minute },
    overloaded: flaky,
    'upstream-error': flaky,
    timeout: flaky,
    stalled: flaky,
    network: flaky,
    empty: flaky,
    truncated: flaky,
    'error-finish': flaky,
    'model-gone': gone,
    'free-variant-ended': gone,
    'no-endpoint': { failures: 1, cooldownMs: 5 * minute, maxCooldownMs: 60 * minute },
  },
  probeLeaseMs: 30_000,
  jitter: 0.2,
  weight: 0.2,
};
