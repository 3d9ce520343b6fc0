import { APICallError } from '@ai-sdk/provider';
import type { AttemptFailure } from './attempt-failure.ts';
import { safeMessage } from '../call/safe-message.ts';

export interface FailureOfErrorOptions {
  readonly error: unknown;
  /** Texts that were sent, which the failure must not repeat. */
  readonly sent: readonly string[];
}

/** What a thrown error means, without the request that the error carries along. */
export function failureOfError({ error, sent }: FailureOfErrorOptions): AttemptFailure {
  const status = statusOf(error);
  return {
    class: isTimeout(error) ? 'timeout' : 'call-error',
    ...(status !== undefined && { status }),
    isRetryable: isRetryable(error, status),
    message: safeMessage({ error, sent }),
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function isRetryable(error: unknown, status: number | undefined): boolean {
  if (isTimeout(error)) return true;
  if (!APICallError.isInstance(error)) return false;
  // The error counts a failure inside a 200 as final; the status in its body knows better.
  return error.isRetryable || (status !== undefined && isTransient(status));
}

function isTransient(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

function statusOf(error: unknown): number | undefined {
  if (!APICallError.isInstance(error)) return undefined;
  const code = codeIn(error.data) ?? codeIn(propertyOf(error.data, 'error'));
  return code ?? error.statusCode;
}

/** OpenRouter states its status as `code`, at the top of the data or under `error`. */
function codeIn(data: unknown): number | undefined {
  const code = propertyOf(data, 'code');
  return typeof code === 'number' && code >= 400 && code <= 599 ? code : undefined;
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
