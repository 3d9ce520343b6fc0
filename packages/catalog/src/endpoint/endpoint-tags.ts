import type { Endpoint } from './endpoint.ts';
import { type EndpointQuery, matchesEndpoint } from './endpoint-query.ts';

/** Whose endpoints, and which of them. */
export interface EndpointTagsOptions {
  readonly endpoints: readonly Endpoint[];
  readonly modelId: string;
  readonly query: EndpointQuery;
}

/** The tags of one model's endpoints of that kind, for `provider.only` of a request. */
export function endpointTags({
  endpoints,
  modelId,
  query,
}: EndpointTagsOptions): readonly string[] {
  return endpoints
    .filter((endpoint) => endpoint.modelId === modelId && matchesEndpoint(endpoint, query))
    .map(({ tag }) => tag);
}
