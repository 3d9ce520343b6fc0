import { InvalidQueryError } from '../errors/invalid-query-error.ts';
import type { Capability } from '../model.ts';
import { POOLS } from '../pool/pool.ts';
import { TIERS } from '../price/tier.ts';
import { didYouMean } from '../suggest/did-you-mean.ts';
import type { ModelQuery } from './model-query.ts';

const CAPABILITIES: Readonly<Record<Capability, true>> = {
  'json-object': true,
  logprobs: true,
  'parallel-tool-calls': true,
  reasoning: true,
  seed: true,
  stop: true,
  'structured-output': true,
  temperature: true,
  'tool-choice': true,
  tools: true,
  'web-search': true,
};

/** Every part of a query, with its words where these are a closed set. */
const WORDS: Readonly<Record<keyof ModelQuery, readonly string[] | null>> = {
  capabilities: Object.keys(CAPABILITIES),
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
  for (const [key, value] of Object.entries({ ...query })) {
    const words = isKnown(key) ? WORDS[key] : undefined;
    if (words === undefined) {
      const reason = `it has no part "${key}". ${didYouMean(key, Object.keys(WORDS))}`;
      throw new InvalidQueryError({ key, reason });
    }
    if (words !== null && value !== undefined) checkWords(key, value, words);
  }
}

function isKnown(key: string): key is keyof ModelQuery {
  return Object.hasOwn(WORDS, key);
}

function checkWords(key: string, value: unknown, words: readonly unknown[]): void {
  for (const word of Array.isArray(value) ? value : [value]) {
    if (words.includes(word)) continue;
    const reason = `"${key}" holds ${JSON.stringify(word)}; it takes ${words.join(', ')}.`;
    throw new InvalidQueryError({ key, reason });
  }
}
