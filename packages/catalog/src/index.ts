/**
 * In: a body of OpenRouter's `GET /models`, or the bundled snapshot (`@tierwise/catalog/snapshot`).
 * Out: models in our own words, found by id, alias, ability and price; exact decimals for money.
 * Called by: pricing, selector, the plugin, and anyone who keeps a list of model ids in a config.
 */
export type { Catalog, CatalogSource } from './catalog/catalog.ts';
export { benchmarkOf } from './benchmark/benchmark-of.ts';
export { createCatalog, type CreateCatalogOptions } from './catalog/create-catalog.ts';
export { ROUTING_VARIANTS, type Resolution, type RoutingVariant } from './catalog/resolution.ts';
export { decimalFromNumber } from './decimal/decimal-from-number.ts';
export { DECIMAL_PLACES, ONE, type Decimal } from './decimal/decimal.ts';
export { formatDecimal } from './decimal/format-decimal.ts';
export { parseDecimal } from './decimal/parse-decimal.ts';
export { shiftPoint } from './decimal/shift-point.ts';
export { InvalidCatalogError } from './errors/invalid-catalog-error.ts';
export { InvalidQueryError } from './errors/invalid-query-error.ts';
export { UnknownModelError } from './errors/unknown-model-error.ts';
export type { CatalogCache } from './live/catalog-cache.ts';
export { createLiveCatalog } from './live/create-live-catalog.ts';
export type { LiveCatalogOptions } from './live/live-catalog-options.ts';
export type {
  LiveCatalog,
  LiveCatalogStatus,
  RefreshOptions,
  RefreshOutcome,
} from './live/live-catalog.ts';
export type {
  Benchmark,
  Capability,
  IsoDate,
  Modality,
  Model,
  PriceOverride,
  Prices,
  Rates,
  RateName,
  ReasoningSupport,
} from './model.ts';
export {
  parseModels,
  type ModelProblem,
  type ParsedModels,
  type ParseModelsOptions,
  type RejectedEntry,
} from './parse/parse-models.ts';
export { parseModelId, type ModelIdParts } from './parse/parse-model-id.ts';
export { POOLS, type Pool } from './pool/pool.ts';
export { poolsOf } from './pool/pools-of.ts';
export { blendedUsdPerMillion, type BlendOptions } from './price/blended-usd-per-million.ts';
export { isFree } from './price/is-free.ts';
export { tierOf, type TierOfOptions } from './price/tier-of.ts';
export { DEFAULT_TIER_BANDS, TIERS, type Tier, type TierBands } from './price/tier.ts';
export type { ModelQuery, SortKey } from './query/model-query.ts';
export {
  sdkCapabilities,
  type SdkCapability,
  type SdkLanguageCapabilities,
} from './sdk-capabilities.ts';
export { didYouMean } from './suggest/did-you-mean.ts';
export { nearestIds } from './suggest/nearest-ids.ts';
export type { Tombstone } from './tombstone/tombstone.ts';
