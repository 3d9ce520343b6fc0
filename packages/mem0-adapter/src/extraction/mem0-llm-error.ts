import { AISDKError } from '@ai-sdk/provider';
import type { Attempt } from './attempt.ts';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.Mem0LlmError');

/** No model gave a usable answer, so nothing was remembered. Holds every attempt and no prompt. */
export class Mem0LlmError extends AISDKError {
  /** In the order in which they were made. */
  readonly attempts: readonly Attempt[];
  /** HTTP status of the last attempt that had one. */
  readonly statusCode?: number;
  /** Whether asking again later may succeed: at least one failure was of the passing kind. */
  readonly isRetryable: boolean;

  constructor(attempts: readonly Attempt[]) {
    super({ name: 'Mem0LlmError', message: messageOf(attempts) });
    const failures = attempts.flatMap((attempt) =>
      attempt.outcome === 'failed' ? [attempt.failure] : [],
    );
    const status = failures.findLast((failure) => failure.status !== undefined)?.status;
    this.attempts = attempts;
    if (status !== undefined) this.statusCode = status;
    this.isRetryable = failures.some((failure) => failure.isRetryable);
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is Mem0LlmError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}

function messageOf(attempts: readonly Attempt[]): string {
  const story = attempts.map(describe).join('; ');
  return `None of ${attempts.length} attempts gave a usable answer, so nothing was remembered: ${story}. Add the conversation again later, or give another model in \`models\`.`;
}

function describe(attempt: Attempt): string {
  if (attempt.outcome === 'served') return `${attempt.modelId} served`;
  const { class: failureClass, status, message } = attempt.failure;
  const detail = failureClass === 'truncated' ? `at ${attempt.maxOutputTokens} tokens` : status;
  const reason = detail === undefined ? failureClass : `${failureClass} ${detail}`;
  return `${attempt.modelId} ${reason} after ${attempt.durationMs} ms (${message})`;
}
