import type { ChatRequest } from '../chat/chat-request.ts';
import type { Endpoint } from '../catalog/endpoint.ts';
import type { Clock } from '../time/clock.ts';
import { prefixesOf, type Prefix } from './prefixes-of.ts';

/** What the cache did for one prompt. */
export interface CacheUse {
  readonly readTokens: number;
  readonly writtenTokens: number;
  /** The write lives for an hour and is charged so. */
  readonly isHourly: boolean;
}

/** Prefixes of prompts that endpoints have seen. */
export interface PromptCache {
  /** Looks a prompt up and remembers it. */
  readonly use: (request: ChatRequest, endpoint: Endpoint) => CacheUse;
}

const TTL_MS = { '5m': 5 * 60_000, '1h': 60 * 60_000 } as const;
/** The smallest prefix that vendors cache. */
const MINIMUM_TOKENS = 1024;
/** More prefixes than these are not remembered. */
const MAX_PREFIXES = 50_000;
const NO_USE: CacheUse = { readTokens: 0, writtenTokens: 0, isHourly: false };

/** Vendors that cache only what `cache_control` marks. */
const EXPLICIT_ONLY = /^(?:anthropic|qwen|alibaba)\//;
/** Gemini's explicit cache is filled before it is used: the first call reports the same tokens as written and as read. */
const FILLS_FIRST = /^google\//;

const keyOf = (endpoint: Endpoint, prefix: Prefix): string =>
  `${endpoint.model_id} ${endpoint.tag} ${prefix.hash}`;

/** Keeps expiry times by prefix. */
export function createPromptCache(clock: Clock): PromptCache {
  const expiresMs = new Map<string, number>();

  const isWarm = (endpoint: Endpoint, prefix: Prefix): boolean =>
    (expiresMs.get(keyOf(endpoint, prefix)) ?? 0) > clock();

  function remember(endpoint: Endpoint, prefix: Prefix, ttl: '5m' | '1h'): void {
    const key = keyOf(endpoint, prefix);
    const until = Math.max(clock() + TTL_MS[ttl], expiresMs.get(key) ?? 0);
    expiresMs.delete(key);
    expiresMs.set(key, until);
    const [oldest] = expiresMs.keys();
    if (expiresMs.size > MAX_PREFIXES && oldest !== undefined) expiresMs.delete(oldest);
  }

  const longestWarm = (endpoint: Endpoint, prefixes: readonly Prefix[]): number =>
    prefixes.findLast((prefix) => isWarm(endpoint, prefix))?.tokens ?? 0;

  /** Only marked prefixes are written; each lives as long as its mark says. */
  function useMarked(endpoint: Endpoint, marked: readonly Prefix[]): CacheUse {
    const readTokens = longestWarm(endpoint, marked);
    for (const prefix of marked) remember(endpoint, prefix, prefix.ttl ?? '5m');
    const last = marked.at(-1);
    const writtenTokens = Math.max(0, (last?.tokens ?? 0) - readTokens);
    const isFilledFirst = FILLS_FIRST.test(endpoint.model_id) && readTokens === 0;
    return {
      readTokens: isFilledFirst ? writtenTokens : readTokens,
      writtenTokens,
      isHourly: marked.some((prefix) => prefix.ttl === '1h'),
    };
  }

  /** Every message ends a prefix; a write is counted only where the vendor charges for one. */
  function useAll(endpoint: Endpoint, prefixes: readonly Prefix[]): CacheUse {
    const readTokens = longestWarm(endpoint, prefixes);
    for (const prefix of prefixes) remember(endpoint, prefix, '5m');
    const chargesWrites =
      endpoint.pricing.input_cache_write !== undefined && !FILLS_FIRST.test(endpoint.model_id);
    const whole = prefixes.at(-1)?.tokens ?? 0;
    return { readTokens, writtenTokens: chargesWrites ? whole - readTokens : 0, isHourly: false };
  }

  function use(request: ChatRequest, endpoint: Endpoint): CacheUse {
    if (endpoint.pricing.input_cache_read === undefined) return NO_USE;
    const prefixes = prefixesOf(request).filter((prefix) => prefix.tokens >= MINIMUM_TOKENS);
    const marked = prefixes.filter((prefix) => prefix.ttl !== undefined);
    if (marked.length > 0) return useMarked(endpoint, marked);
    return EXPLICIT_ONLY.test(endpoint.model_id) ? NO_USE : useAll(endpoint, prefixes);
  }

  return { use };
}
