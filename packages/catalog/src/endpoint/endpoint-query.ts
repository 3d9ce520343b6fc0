import type { Endpoint } from './endpoint.ts';

/** What to look for. Every part that is given must hold; what is unknown never satisfies. */
export interface EndpointQuery {
  readonly zeroDataRetention?: true;
  /** Endpoints of this data region only. */
  readonly region?: 'eu' | 'us';
  readonly quantizations?: readonly string[];
  /** Percent over the last day. */
  readonly minUptimePercent?: number;
  /** Median time to the first token. */
  readonly maxLatencyMs?: number;
}

/** Whether an endpoint satisfies every part of a query. */
export function matchesEndpoint(endpoint: Endpoint, query: EndpointQuery): boolean {
  const { quantization, uptimePercent, latencyMs } = endpoint;
  return (
    (query.zeroDataRetention === undefined || endpoint.zeroDataRetention === true) &&
    (query.region === undefined || endpoint.region === query.region) &&
    (query.quantizations === undefined || query.quantizations.includes(quantization ?? '')) &&
    (query.minUptimePercent === undefined ||
      (uptimePercent.last1d ?? 0) >= query.minUptimePercent) &&
    (query.maxLatencyMs === undefined ||
      (latencyMs?.p50 ?? Number.POSITIVE_INFINITY) <= query.maxLatencyMs)
  );
}
