/**
 * In: OpenRouter's lists of endpoints. Out: who offers a model at which price, how they are doing, who keeps no data.
 * Called by: whoever must know the provider and not only the model: estimates, data policies, latency.
 */
export { endpointModels } from './endpoint/endpoint-models.ts';
export type { EndpointQuery } from './endpoint/endpoint-query.ts';
export { endpointTags, type EndpointTagsOptions } from './endpoint/endpoint-tags.ts';
export type { Endpoint, Percentiles } from './endpoint/endpoint.ts';
export { loadEndpoints, type LoadEndpointsOptions } from './endpoint/load-endpoints.ts';
export {
  parseEndpoints,
  type ParsedEndpoints,
  type ParseEndpointsOptions,
} from './endpoint/parse-endpoints.ts';
