import type { Pool, Tier } from '@tierwise/catalog';
import type { Goal } from '../choose/goal.ts';

/** What the caller allows and wants. Everything is optional; an absent member restricts nothing unless it says so. */
export interface Policy extends Goal {
  /** Answer from this price band only. `free` implies `allowFree`. */
  readonly tier?: Tier | undefined;
  /**
   * Consider free models beside paid ones. Default false: free endpoints are rate-limited per account and
   * many of them train on what they are sent, so they are used only with consent.
   */
  readonly allowFree?: boolean | undefined;
  /** Answer from this pool only; pools are computed from the catalogue (`poolsOf`). */
  readonly pool?: Pool | undefined;
  /** Only these model ids, in this order of preference. */
  readonly models?: readonly string[] | undefined;
  /** Globs over model ids (`*` matches anything): only matching models. */
  readonly allow?: readonly string[] | undefined;
  /** Globs over model ids: never a matching model. */
  readonly deny?: readonly string[] | undefined;
  /**
   * Only models of which one attempt at this call is estimated to cost no more, USD as a decimal string: by list prices,
   * with prompt and answer as long as in 19 of 20 calls (`maxOutputTokens` bounds the answer). Attempts that follow each
   * other add up; \`tierwise\` keeps their sum below it, too.
   */
  readonly maxCostUsd?: string | undefined;
  /**
   * `no-training` and `zdr` drop free models, and no more: paid models stay. For `zdr` also send
   * `provider: { data_collection: 'deny', zdr: true }` (`tierwise` does), or pass the ids of
   * `endpointModels(endpoints, { zeroDataRetention: true })` as `models`. Default `any`.
   */
  readonly dataPolicy?: DataPolicy | undefined;
  /**
   * Only models with an endpoint in this data region. A model of whose endpoints none is known, or one names no region, stays unless
   * `strictRegion`. It needs `endpoints` of `indexModels`, and picks the model only: that the endpoint is of that region too,
   * say with `provider.only` (`tierwise` does).
   */
  readonly region?: 'eu' | 'us' | undefined;
  /** Drop models that are not known to be in `region`. Default false. */
  readonly strictRegion?: boolean | undefined;
  /** Models announced to go within this many days are dropped. Default 3. */
  readonly expiringWithinDays?: number | undefined;
}

/** From loosest to tightest. */
export type DataPolicy = 'any' | 'no-training' | 'zdr';
