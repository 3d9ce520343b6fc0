import type { Endpoint } from './endpoint.ts';
import { type EndpointQuery, matchesEndpoint } from './endpoint-query.ts';

/** The ids of models that have an endpoint of that kind, for `catalog.find({ ids })`. What is unknown never satisfies. */
export function endpointModels(
  endpoints: readonly Endpoint[],
  query: EndpointQuery,
): readonly string[] {
  return [
    ...new Set(
      endpoints
        .filter((endpoint) => matchesEndpoint(endpoint, query))
        .map(({ modelId }) => modelId),
    ),
  ];
}
