import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';

export interface FetchJsonOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** The mark of the body that is already known. Default: none. */
  readonly etag?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the server sent: a body with its mark, or word that the known mark still holds. */
export type FetchedJson =
  | { readonly type: 'body'; readonly body: unknown; readonly etag: string | null }
  | { readonly type: 'not-modified' };

/**
 * Asks once, within the time and size allowed. Redirects are not followed, so that a header never reaches another host.
 *
 * @throws InvalidCatalogError when the answer is an error, too long or not JSON; whatever `fetch` throws when there is none.
 */
export async function fetchJson(options: FetchJsonOptions): Promise<FetchedJson> {
  const { url, fetch, timeoutMs, maxBytes, etag = null, headers = {} } = options;
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`No answer within ${timeoutMs} ms.`));
  }, timeoutMs);
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        ...(etag !== null && { 'if-none-match': etag }),
        ...headers,
      },
      redirect: 'error',
      signal: controller.signal,
    });
    return await readResponse(response, maxBytes);
  } finally {
    clearTimeout(timer);
    controller.abort(); // frees the connection of a body that was not read to its end
  }
}

async function readResponse(response: Response, maxBytes: number): Promise<FetchedJson> {
  if (response.status === 304) return { type: 'not-modified' };
  if (!response.ok)
    throw new InvalidCatalogError({ reason: `the server answered ${response.status}` });
  const text = await readText(response, maxBytes);
  try {
    return { type: 'body', body: JSON.parse(text), etag: response.headers.get('etag') };
  } catch (cause) {
    throw new InvalidCatalogError({ reason: 'the answer is not JSON', cause });
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes)
      throw new InvalidCatalogError({ reason: `the answer is longer than ${maxBytes} bytes` });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
