import type { Catalog, CatalogSource } from '../catalog/catalog.ts';
import { createCatalog } from '../catalog/create-catalog.ts';
import { fetchJson } from '../http/fetch-json.ts';
import { type ParsedModels, parseModels } from '../parse/parse-models.ts';
import { buryMissing } from '../tombstone/bury-missing.ts';
import { type CacheEntry, readCacheEntry } from './cache-entry.ts';
import {
  type LiveCatalogOptions,
  type LiveCatalogSettings,
  liveCatalogSettings,
} from './live-catalog-options.ts';
import type {
  LiveCatalog,
  LiveCatalogStatus,
  RefreshOptions,
  RefreshOutcome,
} from './live-catalog.ts';
import { refusalOf } from './refusal-of.ts';

/**
 * A catalogue from the best source there is: the fallback at once, the cache when it is read, OpenRouter when it answers.
 * Nothing is read or asked before the first call of `current` or `refresh`, and the last good list is kept for ever.
 *
 * @throws RangeError when an option is out of range.
 */
export function createLiveCatalog(options: LiveCatalogOptions): LiveCatalog {
  return new RefreshingCatalog(liveCatalogSettings(options));
}

class RefreshingCatalog implements LiveCatalog {
  readonly #settings: LiveCatalogSettings;
  #catalog: Catalog;
  #checkedAt: Date | null = null;
  #askedAt: Date | null = null;
  #etag: string | null = null;
  #lastOutcome: RefreshOutcome | null = null;
  #cacheRead: Promise<void> | null = null;
  #inFlight: Promise<RefreshOutcome> | null = null;

  constructor(settings: LiveCatalogSettings) {
    this.#settings = settings;
    this.#catalog = settings.fallback;
  }

  current(): Catalog {
    if (this.#isStale()) void this.refresh();
    return this.#catalog;
  }

  status(): LiveCatalogStatus {
    return { checkedAt: this.#checkedAt, stale: this.#isStale(), lastOutcome: this.#lastOutcome };
  }

  refresh({ force = false }: RefreshOptions = {}): Promise<RefreshOutcome> {
    this.#inFlight ??= this.#refresh(force).finally(() => {
      this.#inFlight = null;
    });
    return this.#inFlight;
  }

  #isStale(): boolean {
    return this.#checkedAt === null || this.#ageOf(this.#checkedAt) >= this.#settings.maxAgeMs;
  }

  #ageOf(moment: Date): number {
    return this.#settings.now().getTime() - moment.getTime();
  }

  async #refresh(force: boolean): Promise<RefreshOutcome> {
    this.#cacheRead ??= this.#readCache();
    await this.#cacheRead;
    if (!force && !this.#isDue()) return { type: 'not-due' };
    this.#askedAt = this.#settings.now();
    const outcome = await this.#ask(force).catch((error: unknown): RefreshOutcome => ({
      type: 'failed',
      error,
    }));
    this.#lastOutcome = outcome;
    this.#report(outcome);
    return outcome;
  }

  #isDue(): boolean {
    const { minIntervalMs } = this.#settings;
    const last = this.#askedAt ?? this.#checkedAt;
    return last === null || this.#ageOf(last) >= minIntervalMs;
  }

  async #ask(force: boolean): Promise<RefreshOutcome> {
    const fetched = await fetchJson({ ...this.#settings, etag: this.#etag });
    const now = this.#settings.now();
    if (fetched.type === 'not-modified') {
      this.#checkedAt = now;
      return { type: 'unchanged' };
    }
    const entry = { fetchedAt: now.toISOString(), etag: fetched.etag, body: fetched.body };
    const { catalog, parsed } = open({ entry, known: this.#catalog, source: 'live' });
    const reason = force ? null : refusalOf({ known: this.#catalog, received: catalog });
    if (reason !== null) return { type: 'refused', reason };
    this.#accept(catalog, entry);
    await this.#writeCache(entry);
    return { type: 'updated', catalog, rejected: parsed.rejected, problems: parsed.problems };
  }

  #accept(catalog: Catalog, { fetchedAt, etag }: CacheEntry): void {
    this.#catalog = catalog;
    this.#checkedAt = new Date(fetchedAt);
    this.#etag = etag;
  }

  async #readCache(): Promise<void> {
    try {
      const text = (await this.#settings.cache?.read()) ?? null;
      const entry = text === null ? null : readCacheEntry(text);
      if (entry === null || entry.fetchedAt.slice(0, 10) < this.#settings.fallback.asOf) return;
      this.#accept(open({ entry, known: this.#catalog, source: 'cache' }).catalog, entry);
    } catch (error) {
      this.#report({ type: 'failed', error });
    }
  }

  async #writeCache(entry: CacheEntry): Promise<void> {
    try {
      await this.#settings.cache?.write(JSON.stringify(entry));
    } catch (error) {
      this.#report({ type: 'failed', error });
    }
  }

  #report(outcome: RefreshOutcome): void {
    try {
      this.#settings.onRefresh?.(outcome);
    } catch {
      // A listener's own failure is no failure of the catalogue, and there is nobody else to report to.
    }
  }
}

interface OpenOptions {
  readonly entry: CacheEntry;
  /** The catalogue before: what it lists and the new one does not is gone. */
  readonly known: Catalog;
  readonly source: CatalogSource;
}

function open({ entry, known, source }: OpenOptions): { catalog: Catalog; parsed: ParsedModels } {
  const asOf = entry.fetchedAt.slice(0, 10);
  const parsed = parseModels(entry.body, { asOf });
  const tombstones = buryMissing({ known, listed: parsed.models, asOf });
  return { catalog: createCatalog({ models: parsed.models, asOf, source, tombstones }), parsed };
}
