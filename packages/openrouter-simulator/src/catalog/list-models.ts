import type { Call, Route } from '../http/call.ts';
import { jsonResponse, SIMULATOR_HEADERS } from '../http/respond.ts';
import { hashText } from '../time/hash-text.ts';
import type { Model } from './model.ts';
import { queryModels } from './query-models.ts';

const DEFAULT_LIMIT = 500;
const MAX_LIMIT = 1000;

interface Page {
  readonly data: readonly Model[];
  readonly next: string | null;
}

/** Without `offset` and `limit` the page is the whole list. */
function pageOf(models: readonly Model[], url: URL): Page {
  const query = url.searchParams;
  if (!query.has('offset') && !query.has('limit')) return { data: models, next: null };
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(MAX_LIMIT, Math.max(1, Number(query.get('limit') ?? DEFAULT_LIMIT)));
  const next = new URLSearchParams(query);
  next.set('offset', String(offset + limit));
  next.set('limit', String(limit));
  return {
    data: models.slice(offset, offset + limit),
    next: offset + limit < models.length ? `${url.pathname}?${next.toString()}` : null,
  };
}

/** Changes with the catalogue and with the query. */
function etagOf({ simulation, url }: Call): string {
  return `W/"sim-${simulation.catalog.version()}-${hashText(url.search).toString(16)}"`;
}

function answer(call: Call, models: readonly Model[]): Response {
  const etag = etagOf(call);
  if (call.request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag, ...SIMULATOR_HEADERS } });
  const { data, next } = pageOf(models, call.url);
  return jsonResponse({ data, total_count: models.length, links: { next } }, 200, { etag });
}

/** `GET /models`. */
export const listModels: Route = (call) =>
  answer(call, queryModels(call.simulation, call.url.searchParams));

/** `GET /models/user`: the same list, for a caller with a key. */
export const listUserModels: Route = (call) => {
  call.key();
  return listModels(call);
};

/** `GET /models/count`. */
export const countModels: Route = (call) =>
  jsonResponse({ data: { count: queryModels(call.simulation, call.url.searchParams).length } });

/** `GET /embeddings/models`. */
export const listEmbeddingModels: Route = (call) => {
  const query = new URLSearchParams(call.url.searchParams);
  query.set('output_modalities', 'embeddings');
  return answer(call, queryModels(call.simulation, query));
};
