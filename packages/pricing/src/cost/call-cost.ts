/** What a line of a cost stands for. */
export type CostLineKind =
  | 'input'
  | 'output'
  | 'cache-read'
  | 'cache-write'
  | 'cache-write-1h'
  | 'reasoning'
  | 'image-output'
  | 'audio'
  | 'audio-output'
  | 'audio-cache-read'
  | 'request'
  | 'web-search'
  | 'server-tool'
  | 'byok-fee';

/** One item: `quantity` units at `unitUsd` each. */
export interface CostLine {
  readonly kind: CostLineKind;
  readonly quantity: number;
  readonly unitUsd: string;
  readonly usd: string;
}

/** Why what was paid is not what the list prices give. Several reasons may fit; the likeliest comes first. */
export type DifferenceReason =
  /** The provider that served the call asks another price than the model's row. */
  | 'endpoint-price'
  /** The list price moved between the catalogue and the call. */
  | 'price-changed'
  /** The rates of another price window or token threshold fit. */
  | 'override'
  /** A tool that OpenRouter ran. */
  | 'server-tool'
  /** Pages of a PDF that OpenRouter parsed; they are in no counter. */
  | 'pdf'
  /** The caller's own key: OpenRouter charged at most a fee, the provider charges the rest. */
  | 'byok'
  /** A free model that the catalogue prices. */
  | 'free'
  /** OpenRouter reported 0 for tokens that have a price, so the computed cost counts. */
  | 'suspicious-zero'
  | 'unknown';

/** Why a cost is unknown. */
export type UnknownReason =
  /** No usage, or none that can be read: an aborted or failed call. Ask `GET /generation?id=`. */
  | 'no-usage'
  /** The model has no known price for something that was used. */
  | 'no-price'
  /** A router: its price depends on the model that answered, and it reported none. */
  | 'dynamic-price'
  /** A tool that OpenRouter ran has its own price, which was not reported. */
  | 'server-tool'
  /** Another service tier than the default has prices of its own, which were not given. */
  | 'service-tier';

/** A cost that is known: reported by OpenRouter, or computed from prices where it reported none. */
export interface KnownCost {
  /** What the call cost the caller, everything included. Exact. */
  readonly usd: string;
  readonly source: 'reported' | 'computed';
  /** What the given prices give for these counters; `null` when a price is missing. */
  readonly computedUsd: string | null;
  /** `usd` minus the sum of the lines; `null` without lines. */
  readonly differenceUsd: string | null;
  /** Why `usd` is not `computedUsd`; empty when they agree to one part in a million. */
  readonly reasons: readonly DifferenceReason[];
  readonly lines: readonly CostLine[];
  /** The rates per token that the report implies: prices of the endpoint that served the call. */
  readonly impliedRates?: { readonly input?: string; readonly output?: string };
}

/** A cost that nobody knows. It is not zero. */
export interface UnknownCost {
  readonly usd: null;
  readonly source: 'unknown';
  readonly reason: UnknownReason;
  /** The part that is known, `'0'` when none is. */
  readonly atLeastUsd: string;
  readonly lines: readonly CostLine[];
}

/** What a call cost. */
export type CallCost = KnownCost | UnknownCost;
