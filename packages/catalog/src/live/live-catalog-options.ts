import type { Catalog } from '../catalog/catalog.ts';
import { assertUrl } from '../http/assert-url.ts';
import type { CatalogCache } from './catalog-cache.ts';
import type { RefreshOutcome } from './live-catalog.ts';

/** Where the newest list comes from, how often it is asked for, and what counts meanwhile. */
export interface LiveCatalogOptions {
  /** What counts until something newer is known: usually `bundledCatalog()`. */
  readonly fallback: Catalog;
  /** Default: none, so that a new process starts from the fallback. */
  readonly cache?: CatalogCache;
  /** https, or http on this machine. Default: OpenRouter's public list. */
  readonly url?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** From this age on `current()` starts a refresh. Default: 1 hour. */
  readonly maxAgeMs?: number;
  /** No two requests are closer than this, failed ones included. Default: 1 minute. */
  readonly minIntervalMs?: number;
  /** A request that takes longer has failed. Default: 10 seconds. */
  readonly timeoutMs?: number;
  /** A longer body is refused unread. Default: 32 MB; the list of August 2026 has 2 MB. */
  readonly maxBytes?: number;
  /** Told how each refresh that asked ended, and what a cache did wrong. */
  readonly onRefresh?: (outcome: RefreshOutcome) => void;
}

/** {@link LiveCatalogOptions} with every default filled in. */
export type LiveCatalogSettings = Required<Omit<LiveCatalogOptions, 'cache' | 'onRefresh'>> &
  Pick<LiveCatalogOptions, 'cache' | 'onRefresh'>;

const PUBLIC_LIST = 'https://openrouter.ai/api/v1/models';

/**
 * Fills in the defaults.
 *
 * @throws RangeError when a duration or size is no number above zero, or the URL is not allowed.
 */
export function liveCatalogSettings(options: LiveCatalogOptions): LiveCatalogSettings {
  const settings: LiveCatalogSettings = {
    url: PUBLIC_LIST,
    fetch: globalThis.fetch,
    now: () => new Date(),
    maxAgeMs: 3_600_000,
    minIntervalMs: 60_000,
    timeoutMs: 10_000,
    maxBytes: 32_000_000,
    ...options,
  };
  for (const name of ['maxAgeMs', 'minIntervalMs', 'timeoutMs', 'maxBytes'] as const) {
    const value = settings[name];
    if (!(value > 0 && value < 2 ** 31))
      throw new RangeError(`${name} is ${value}; it must be above 0 and below 2^31.`);
  }
  assertUrl(settings.url);
  return settings;
}
