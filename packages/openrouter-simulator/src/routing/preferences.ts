import type { ChatRequest } from '../chat/chat-request.ts';
import { isRecord, stringList, textOf, type JsonRecord } from '../http/json.ts';
import { parseAmount, type Amount } from '../money/decimal.ts';
import type { RoutingVariant } from './resolve-model.ts';

export type SortBy = 'price' | 'throughput' | 'latency' | 'exacto';

/** The request's `provider` object, read. */
export interface Preferences {
  readonly order: readonly string[];
  readonly only: readonly string[];
  readonly ignore: readonly string[];
  readonly allowFallbacks: boolean;
  readonly requireParameters: boolean;
  readonly denyTraining: boolean;
  readonly zdr: boolean;
  readonly region: string | undefined;
  readonly quantizations: readonly string[];
  readonly sort: SortBy | undefined;
  /** USD per unit: per token for prompt and completion, per request, image and so on for the others. */
  readonly maxPrice: Readonly<Record<string, Amount>>;
  readonly serviceTier: string | undefined;
  /** Milliseconds for p50. */
  readonly preferredMaxLatencyMs: number | undefined;
  /** Tokens per second for p50. */
  readonly preferredMinThroughput: number | undefined;
}

const SORTS: readonly SortBy[] = ['price', 'throughput', 'latency', 'exacto'];
const VARIANT_SORTS: Partial<Record<RoutingVariant, SortBy>> = {
  nitro: 'throughput',
  floor: 'price',
  exacto: 'exacto',
};
/** Prices given per million tokens; the others are per unit. */
const PER_MILLION = new Set(['prompt', 'completion']);

function readSort(value: unknown, variant: RoutingVariant | undefined): SortBy | undefined {
  const named = isRecord(value) ? value['by'] : value;
  const ofVariant = variant && VARIANT_SORTS[variant];
  return ofVariant ?? SORTS.find((sort) => sort === named);
}

function readMaxPrice(value: unknown): Record<string, Amount> {
  const prices: Record<string, Amount> = {};
  for (const [unit, price] of Object.entries(isRecord(value) ? value : {})) {
    const amount = parseAmount(price);
    if (amount !== undefined) prices[unit] = PER_MILLION.has(unit) ? amount / 1_000_000n : amount;
  }
  return prices;
}

function p50Of(value: unknown): number | undefined {
  const number = isRecord(value) ? value['p50'] : value;
  return typeof number === 'number' ? number : undefined;
}

/** Reads what a request says about providers; a routing variant (`:nitro` …) stands for a sort. */
export function readPreferences(
  request: ChatRequest,
  variant: RoutingVariant | undefined,
): Preferences {
  const given: JsonRecord = request.provider;
  const latencySeconds = p50Of(given['preferred_max_latency']);
  const tier = textOf(request.body['service_tier']);
  return {
    order: stringList(given['order']),
    only: stringList(given['only']),
    ignore: stringList(given['ignore']),
    allowFallbacks: given['allow_fallbacks'] !== false,
    requireParameters: given['require_parameters'] === true,
    denyTraining: given['data_collection'] === 'deny',
    zdr: given['zdr'] === true,
    region: textOf(given['region']) || undefined,
    quantizations: stringList(given['quantizations']),
    sort: readSort(given['sort'], variant),
    maxPrice: readMaxPrice(given['max_price']),
    serviceTier: tier === '' || tier === 'auto' || tier === 'default' ? undefined : tier,
    preferredMaxLatencyMs: latencySeconds === undefined ? undefined : latencySeconds * 1000,
    preferredMinThroughput: p50Of(given['preferred_min_throughput']),
  };
}
