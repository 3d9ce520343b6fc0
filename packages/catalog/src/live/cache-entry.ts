import { z } from 'zod';

/** What is kept in a cache: the body as it came, so that a newer version of this package reads more from it. */
export interface CacheEntry {
  readonly fetchedAt: string;
  readonly etag: string | null;
  readonly body: unknown;
}

const cacheEntrySchema: z.ZodType<CacheEntry> = z.object({
  fetchedAt: z.iso.datetime(),
  etag: z.string().nullable(),
  body: z.unknown(),
});

/** Reads a cached text; `null` when it is none of ours, half written for example. */
export function readCacheEntry(text: string): CacheEntry | null {
  try {
    return cacheEntrySchema.parse(JSON.parse(text));
  } catch {
    return null; // a damaged cache is an empty one: the next refresh writes it anew
  }
}
