import type { Endpoint } from '../catalog/endpoint.ts';
import type { Random } from '../time/random.ts';
import { tierOf } from './filter-endpoints.ts';
import { matchesProvider } from './matches-provider.ts';
import type { Preferences, SortBy } from './preferences.ts';

/** For weighing and sorting only; money is never computed from it. */
function priceOf(endpoint: Endpoint): number {
  return Number(endpoint.pricing.prompt) + Number(endpoint.pricing.completion);
}

/** Smaller is better. `exacto` stands for OpenRouter's measure of tool calls, for which uptime is the nearest the catalogue has. */
const RANKS: Readonly<Record<SortBy, (endpoint: Endpoint) => number>> = {
  price: priceOf,
  throughput: (endpoint) => -(endpoint.throughput_last_30m?.p50 ?? 0),
  latency: (endpoint) => endpoint.latency_last_30m?.p50 ?? Infinity,
  exacto: (endpoint) => -(endpoint.uptime_last_1d ?? 0),
};

const byRank = (endpoints: readonly Endpoint[], rank: (endpoint: Endpoint) => number): Endpoint[] =>
  endpoints.toSorted((a, b) => rank(a) - rank(b));

const weight = (endpoint: Endpoint): number => 1 / Math.max(priceOf(endpoint), 1e-12) ** 2;

/** Draws an order in which each next endpoint is picked with weight 1/price². */
function balance(endpoints: readonly Endpoint[], random: Random): Endpoint[] {
  // A weighted draw without replacement: the largest u^(1/w) first. Compared as ln(u)/w.
  const drawn = new Map(
    endpoints.map((endpoint) => [endpoint, Math.log(random()) / weight(endpoint)]),
  );
  return byRank(endpoints, (endpoint) => -(drawn.get(endpoint) ?? 0));
}

const isPreferred = (endpoint: Endpoint, preferences: Preferences): boolean => {
  const { preferredMaxLatencyMs: most, preferredMinThroughput: least } = preferences;
  const latency = endpoint.latency_last_30m?.p50 ?? Infinity;
  const throughput = endpoint.throughput_last_30m?.p50 ?? 0;
  return (most === undefined || latency <= most) && (least === undefined || throughput >= least);
};

/** Position in `order`; endpoints it does not name come after all it names. */
function place(endpoint: Endpoint, order: readonly string[]): number {
  const index = order.findIndex((name) => matchesProvider(endpoint, name));
  return index === -1 ? order.length : index;
}

/** The order in which endpoints are tried, by the request's preferences and OpenRouter's load balancing. */
export function orderEndpoints(
  endpoints: readonly Endpoint[],
  preferences: Preferences,
  random: Random,
): Endpoint[] {
  const { sort, order, serviceTier } = preferences;
  const base = sort === undefined ? balance(endpoints, random) : byRank(endpoints, RANKS[sort]);
  const healthy = byRank(base, (endpoint) => Number(endpoint.status < 0));
  const fitting = byRank(healthy, (endpoint) => Number(!isPreferred(endpoint, preferences)));
  const tiered = byRank(fitting, (endpoint) =>
    Number(serviceTier !== undefined && tierOf(endpoint) !== serviceTier),
  );
  return byRank(tiered, (endpoint) => place(endpoint, order));
}
