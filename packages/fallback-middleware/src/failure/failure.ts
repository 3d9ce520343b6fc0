import type { FailureClass } from './failure-class.ts';

/** What one attempt's failure means, whatever shape it arrived in. Holds no prompt and no key. */
export interface Failure {
  readonly class: FailureClass;
  /** Redacted and cut to 500 characters. */
  readonly message: string;
  /** HTTP status, or the status the body states when the response itself was a 200. */
  readonly status?: number;
  /** The most specific code the error carries: `error_type`, availability code, body code or socket code. */
  readonly code?: string;
  /** How long the server asked us to stay away, already bounded to what a timer can hold. */
  readonly retryAfterMs?: number;
  /** Successors that OpenRouter names in `error.availability.fallback_models`. */
  readonly fallbackModelIds?: readonly string[];
  /** Tokens the request needs, where an overflow error states them. */
  readonly neededTokens?: number;
}
