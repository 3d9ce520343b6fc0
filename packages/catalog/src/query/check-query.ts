import { InvalidQueryError } from '../errors/invalid-query-error.ts';
import { CAPABILITIES } from '../parse/parse-capabilities.ts';
import { POOLS } from '../pool/pool.ts';
import { TIERS } from '../price/tier.ts';
import { didYouMean } from '../suggest/did-you-mean.ts';
import type { ModelQuery } from './model-query.ts';

/** Every part of a query, with its words where these are a closed set. */
const WORDS: Readonly<Record<keyof ModelQuery, readonly string[] | null>> = {
  capabilities: CAPABILITIES,
  inputModalities: null,
  outputModalities: null,
  vendors: null,
  variants: null,
  ids: null,
  family: null,
  tiers: TIERS,
  pool: POOLS,
  minBenchmarks: null,
  free: null,
  maxInputUsdPerMillion: null,
  maxOutputUsdPerMillion: null,
  maxBlendedUsdPerMillion: null,
  blend: null,
  minContextTokens: null,
  minOutputTokens: null,
  openWeights: null,
  aliases: null,
  batch: null,
  routers: null,
  createdAfter: null,
  createdBefore: null,
  expiringBy: null,
  availableOn: null,
  sortBy: null,
  limit: null,
};

/**
 * Refuses what a query cannot ask for: a misspelt part would be ignored and find too much.
 *
 * @throws InvalidQueryError naming the part and the nearest one that there is.
 */
export function checkQuery(query: ModelQuery): void {
  for (const key in query) {
    const reason = isKnown(key)
      ? objectionTo(key, query[key])
      : `no part "${key}". ${didYouMean(key, Object.keys(WORDS))}`;
    if (reason !== undefined) throw new InvalidQueryError({ key, reason });
  }
}

function isKnown(key: string): key is keyof ModelQuery {
  return Object.hasOwn(WORDS, key);
}

function objectionTo(key: keyof ModelQuery, value: unknown = []): string | undefined {
  const words: readonly unknown[] | null = WORDS[key];
  const wrong = [value].flat().find((word) => words?.includes(word) === false);
  return wrong === undefined
    ? undefined
    : `"${key}" holds ${JSON.stringify(wrong)}, none of ${words?.join(', ')}.`;
}
