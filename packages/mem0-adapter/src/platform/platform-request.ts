import { orAborted } from '../call/or-aborted.ts';
import { withDeadline } from '../call/with-deadline.ts';
import type { Mem0PlatformOptions } from './mem0-platform-options.ts';
import { Mem0PlatformError } from './mem0-platform-error.ts';

export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Behind the base URL, parts encoded. */
  readonly path: string;
  readonly body?: object;
  readonly abortSignal?: AbortSignal | undefined;
  /** Doing it twice does no harm. Only such requests are sent again when nobody knows what became of them. */
  readonly isIdempotent: boolean;
}

/** Sends one request, again where that may help. Gives back the JSON, or `undefined` for a 404. */
export async function sendPlatformRequest(
  request: PlatformRequest,
  options: Mem0PlatformOptions,
): Promise<unknown> {
  const { maxRetries = 2, sleep = sleepTimer, random = Math.random } = options;
  for (let retry = 0; ; retry += 1) {
    const outcome = await attempt(request, options);
    if (outcome.type === 'answered') return outcome.json;
    request.abortSignal?.throwIfAborted();
    const mayRepeat = outcome.wasRefused || request.isIdempotent;
    if (!outcome.error.isRetryable || !mayRepeat || retry >= maxRetries) throw outcome.error;
    const wait = sleep(outcome.retryAfterMs ?? random() * firstWaitMs * 2 ** retry);
    await (request.abortSignal === undefined ? wait : orAborted(wait, request.abortSignal));
  }
}

const firstWaitMs = 500;
const longestWaitMs = 30_000;

type Outcome =
  | { readonly type: 'answered'; readonly json: unknown }
  | {
      readonly type: 'failed';
      readonly error: Mem0PlatformError;
      /** The platform said no, so nothing was done. */
      readonly wasRefused: boolean;
      readonly retryAfterMs?: number;
    };

async function attempt(request: PlatformRequest, options: Mem0PlatformOptions): Promise<Outcome> {
  const { timeoutMs = 10_000 } = options;
  const { abortSignal } = request;
  try {
    return await withDeadline({
      timeoutMs,
      abortSignal,
      run: async (signal) => exchange(request, options, signal),
    });
  } catch (error) {
    // The reason of a failed fetch may quote the request.
    const what = error instanceof Error && error.name === 'TimeoutError' ? 'in time' : 'at all';
    const message = `Mem0's platform did not answer ${request.method} ${routeOf(request)} ${what}. Try again later, or give more timeoutMs.`;
    const failure = new Mem0PlatformError({ message, isRetryable: true });
    return { type: 'failed', error: failure, wasRefused: false };
  }
}

async function exchange(
  request: PlatformRequest,
  { apiKey, baseUrl = 'https://api.mem0.ai', fetch = globalThis.fetch }: Mem0PlatformOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const response = await fetch(`${baseUrl}${request.path}`, {
    method: request.method,
    headers: { authorization: `Token ${apiKey}`, 'content-type': 'application/json' },
    // The key must not follow to another host.
    redirect: 'error',
    signal,
    ...(request.body && { body: JSON.stringify(request.body) }),
  });
  if (response.status === 404) {
    await response.body?.cancel();
    return { type: 'answered', json: undefined };
  }
  if (!response.ok) return refusal(request, response);
  const text = await response.text();
  return { type: 'answered', json: text === '' ? {} : JSON.parse(text) };
}

async function refusal(request: PlatformRequest, response: Response): Promise<Outcome> {
  await response.body?.cancel();
  const { status: statusCode } = response;
  const isRetryable = statusCode === 408 || statusCode === 429 || statusCode >= 500;
  const message = `Mem0's platform answered ${request.method} ${routeOf(request)} with ${statusCode}. ${adviceFor(statusCode)}`;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    type: 'failed',
    error: new Mem0PlatformError({ message, statusCode, isRetryable }),
    wasRefused: statusCode === 429 || statusCode === 503,
    ...(seconds >= 0 && { retryAfterMs: Math.min(seconds * 1000, longestWaitMs) }),
  };
}

function adviceFor(statusCode: number): string {
  if (statusCode === 401 || statusCode === 403)
    return 'Check the key that mem0Platform got as `apiKey`.';
  if (statusCode === 402 || statusCode === 429)
    return 'The plan or the rate limit is used up for now.';
  return statusCode >= 500 ? 'Try again later.' : 'This package may be older than the platform.';
}

/** The path without ids and queries, which name users. */
function routeOf({ path }: PlatformRequest): string {
  return path.replace(/\?.*$/, '').replace(/^(\/v1\/memories\/)[^/]+\//, '$1:id/');
}

async function sleepTimer(durationMs: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
