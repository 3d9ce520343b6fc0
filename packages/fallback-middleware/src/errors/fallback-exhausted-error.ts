import { APICallError } from '@ai-sdk/provider';
import { isMarked, mark } from './error-marker.ts';
import type { AttemptReport, CallReport } from '../report/call-report.ts';

const errorName = 'FallbackExhaustedError';

/** Why no candidate was asked any more. */
export type ExhaustionReason =
  | 'all-failed'
  | 'stopped'
  | 'no-candidate'
  | 'attempt-limit'
  | 'total-deadline'
  | 'retry-budget';

/** What {@link FallbackExhaustedError} is made of. */
export interface FallbackExhaustedErrorOptions {
  readonly report: CallReport;
  readonly reason: ExhaustionReason;
}

/**
 * No candidate answered. It is an `APICallError` that the AI SDK does not retry (a retry would run the whole chain
 * again) and it carries every attempt; it holds no prompt, no request body and no key.
 */
export class FallbackExhaustedError extends APICallError {
  readonly report: CallReport;
  readonly reason: ExhaustionReason;
  /** How long the server that asked for the shortest pause wants us to wait, where one said so. */
  readonly retryAfterMs: number | undefined;

  constructor({ report, reason }: FallbackExhaustedErrorOptions) {
    const last = report.attempts.findLast((attempt) => attempt.failure !== undefined)?.failure;
    super({
      message: describe(report, reason),
      url: '',
      requestBodyValues: undefined,
      isRetryable: false,
      ...(last?.status === undefined ? {} : { statusCode: last.status }),
      ...(last === undefined ? {} : { data: { error: last } }),
    });
    this.name = errorName;
    mark(this, errorName);
    this.report = report;
    this.reason = reason;
    this.retryAfterMs = shortestHint(report.attempts);
  }

  /** Every attempt of the call, in order. */
  get attempts(): readonly AttemptReport[] {
    return this.report.attempts;
  }

  /** Works across duplicate installations of this package, unlike `instanceof`. */
  static override isInstance(error: unknown): error is FallbackExhaustedError {
    return isMarked(error, errorName);
  }
}

const introductions: Readonly<Record<ExhaustionReason, string>> = {
  'all-failed': 'No candidate answered',
  stopped: 'The call was stopped: no other candidate could answer it either',
  'no-candidate': 'No candidate was fit for this call',
  'attempt-limit': 'The limit of attempts was reached (maxAttempts)',
  'total-deadline': 'The time for the whole call ran out (totalTimeoutMs)',
  'retry-budget': 'The retry budget is empty, so no further candidate was asked',
};

function describe(report: CallReport, reason: ExhaustionReason): string {
  const lines = report.attempts.map((attempt) => `  - ${describeAttempt(attempt)}`);
  return [`${introductions[reason]}.`, ...lines].join('\n');
}

function describeAttempt(attempt: AttemptReport): string {
  const { candidateId, failure, outcome } = attempt;
  const duration = `${Math.round(attempt.durationMs)} ms`;
  if (failure === undefined) return `${candidateId}: ${outcome}, ${attempt.reason ?? duration}`;
  const status = failure.status === undefined ? '' : ` ${failure.status}`;
  return `${candidateId}: ${failure.class}${status} after ${duration}: ${failure.message}`;
}

function shortestHint(attempts: readonly AttemptReport[]): number | undefined {
  const hints = attempts.flatMap(({ failure }) => failure?.retryAfterMs ?? []);
  return hints.length === 0 ? undefined : Math.min(...hints);
}
