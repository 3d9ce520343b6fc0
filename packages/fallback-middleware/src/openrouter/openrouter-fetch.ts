import { mendDocument } from './mend-document.ts';
import { mendEvents } from './mend-events.ts';

/** Options of {@link openRouterFetch}. */
export interface OpenRouterFetchOptions {
  /** What is wrapped. Default: the global `fetch` at the time of each request. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A `fetch` for `createOpenRouter({ fetch })` that saves answers which `@openrouter/ai-sdk-provider` 3.1.0 loses
 * although they are paid: usage with `cost: null` or without a detail is rejected as "Invalid JSON response", and a
 * stream whose connection stays open behind `[DONE]` never finishes. Errors and everything else pass as they came.
 */
export function openRouterFetch(options: OpenRouterFetchOptions = {}): typeof globalThis.fetch {
  return async (input, init) => {
    const ask = options.fetch ?? globalThis.fetch;
    return mended(await ask(input, init));
  };
}

function mended(response: Response): Response {
  const { body } = response;
  if (!response.ok || body === null) return response;
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('text/event-stream')) return withBody(response, mendEvents(body));
  return type.includes('application/json') ? withBody(response, mendDocument(body)) : response;
}

/** The same response but for its body, whose length nobody knows any more. */
function withBody(response: Response, body: ReadableStream<Uint8Array>): Response {
  const { redirected, status, statusText, url } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const own = { url: { value: url }, redirected: { value: redirected } };
  return Object.defineProperties(new Response(body, { headers, status, statusText }), own);
}
