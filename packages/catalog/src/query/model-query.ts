import type { Capability, IsoDate, Modality } from '../model.ts';
import type { Pool } from '../pool/pool.ts';
import type { BlendOptions } from '../price/blended-usd-per-million.ts';
import type { Tier } from '../price/tier.ts';

/** What to look for. Every part that is given must hold; a fact that is unknown never satisfies a part that needs it. */
export interface ModelQuery {
  /** All of these. */
  readonly capabilities?: readonly Capability[];
  readonly inputModalities?: readonly Modality[];
  readonly outputModalities?: readonly Modality[];
  /** One of these. */
  readonly vendors?: readonly string[];
  /** One of these; `null` stands for the plain model. */
  readonly variants?: readonly (string | null)[];
  /** One of these ids, the result of `endpointModels` for example. */
  readonly ids?: readonly string[];
  /** The id begins so: `anthropic/claude-sonnet`. */
  readonly family?: string;
  readonly tiers?: readonly Tier[];
  readonly pool?: Pool;
  /** At least so much by each of these metrics (`coding`, `models/website`). */
  readonly minBenchmarks?: Readonly<Record<string, number>>;
  readonly free?: boolean;
  readonly maxInputUsdPerMillion?: string;
  readonly maxOutputUsdPerMillion?: string;
  readonly maxBlendedUsdPerMillion?: string;
  /** The weight of input in the blended price, for filtering and for sorting. */
  readonly blend?: BlendOptions;
  readonly minContextTokens?: number;
  readonly minOutputTokens?: number;
  readonly openWeights?: boolean;
  /** `~author/family-latest` ids. Default: they are left out. */
  readonly aliases?: boolean;
  /** `:batch` ids: cheaper, but answered hours later. Default: they are left out unless `variants` names them. */
  readonly batch?: boolean;
  /** Routers, whose price is unknown before the call. Default: they are left out. */
  readonly routers?: boolean;
  readonly createdAfter?: IsoDate;
  readonly createdBefore?: IsoDate;
  /** Models with an announced end on or before this day. */
  readonly expiringBy?: IsoDate;
  /** Models that are announced to be there on this day. Default: the day of the catalogue. */
  readonly availableOn?: IsoDate;
  /** Default: `'id'`. */
  readonly sortBy?: SortKey;
  /** Default: all. */
  readonly limit?: number;
}

/** Cheapest, largest, newest or best first; models that lack the fact come last, and ids break ties. */
export type SortKey = 'id' | 'price' | 'context' | 'newest' | `benchmark:${string}`;
