import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import type { LiveCatalogSettings } from './live-catalog-options.ts';

/** What the server sent: a body with its mark, or word that the known mark still holds. */
export type FetchedModels =
  | { readonly type: 'body'; readonly body: unknown; readonly etag: string | null }
  | { readonly type: 'not-modified' };

export interface FetchModelsOptions {
  readonly settings: LiveCatalogSettings;
  /** The mark of the body that is already known. */
  readonly etag: string | null;
}

/**
 * Asks for the list once, within the time and size allowed. No key is sent: the list is public.
 *
 * @throws InvalidCatalogError when the answer is not a list; whatever `fetch` throws when there is no answer.
 */
export async function fetchModels({ settings, etag }: FetchModelsOptions): Promise<FetchedModels> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`No list of models within ${settings.timeoutMs} ms.`));
  }, settings.timeoutMs);
  try {
    const response = await settings.fetch(settings.url, {
      headers: { accept: 'application/json', ...(etag !== null && { 'if-none-match': etag }) },
      redirect: 'error',
      signal: controller.signal,
    });
    return await readResponse(response, settings.maxBytes);
  } finally {
    clearTimeout(timer);
    controller.abort(); // frees the connection of a body that was not read to its end
  }
}

async function readResponse(response: Response, maxBytes: number): Promise<FetchedModels> {
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
