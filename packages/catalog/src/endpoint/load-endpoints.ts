import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import { assertUrl } from '../http/assert-url.ts';
import { fetchJson } from '../http/fetch-json.ts';
import { parseEndpoints, type ParsedEndpoints } from './parse-endpoints.ts';

/** Whose endpoints to ask for, and how. */
export interface LoadEndpointsOptions {
  /** The model whose endpoints are asked for, or `'zdr'` for all endpoints that keep no data. */
  readonly of: string;
  /** With a key OpenRouter reports latency and throughput too. Default: none is sent. */
  readonly apiKey?: string;
  /** Default: OpenRouter. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** Default: 10 seconds. */
  readonly timeoutMs?: number;
  /** Default: 32 MB. */
  readonly maxBytes?: number;
}

/**
 * Asks OpenRouter which providers offer a model, at which prices, and how they are doing.
 *
 * @throws InvalidCatalogError when the answer is no list of endpoints; RangeError when the URL is not allowed.
 */
export async function loadEndpoints(options: LoadEndpointsOptions): Promise<ParsedEndpoints> {
  const { baseUrl = 'https://openrouter.ai/api/v1', apiKey, now = () => new Date() } = options;
  const zeroDataRetention = options.of === 'zdr';
  const url = `${baseUrl}${zeroDataRetention ? '/endpoints/zdr' : `/models/${pathOf(options.of)}/endpoints`}`;
  assertUrl(url);
  const fetched = await fetchJson({
    url,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBytes: options.maxBytes ?? 32_000_000,
    ...(apiKey !== undefined && { headers: { authorization: `Bearer ${apiKey}` } }),
  });
  if (fetched.type === 'not-modified')
    throw new InvalidCatalogError({ reason: 'the server sent no body' });
  return parseEndpoints(fetched.body, {
    asOf: now().toISOString().slice(0, 10),
    zeroDataRetention,
  });
}

function pathOf(modelId: string): string {
  return modelId.split('/').map(encodeURIComponent).join('/');
}
