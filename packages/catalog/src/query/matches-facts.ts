import { benchmarkOf } from '../benchmark/benchmark-of.ts';
import type { IsoDate, Model } from '../model.ts';
import { poolsOf } from '../pool/pools-of.ts';
import type { ModelQuery } from './model-query.ts';

export interface MatchesFactsOptions {
  readonly model: Model;
  readonly query: ModelQuery;
  readonly asOf: IsoDate;
}

/** Whether everything but the price satisfies the query. */
export function matchesFacts({ model, query, asOf }: MatchesFactsOptions): boolean {
  return (
    includesAll(model.capabilities, query.capabilities) &&
    includesAll(model.inputModalities, query.inputModalities) &&
    includesAll(model.outputModalities, query.outputModalities) &&
    isOneOf(model.vendor, query.vendors) &&
    isOneOf(model.variant, query.variants) &&
    isAtLeast(model.contextTokens, query.minContextTokens) &&
    isAtLeast(model.maxOutputTokens, query.minOutputTokens) &&
    (query.openWeights === undefined || model.openWeights === query.openWeights) &&
    (query.aliases === true || !model.id.startsWith('~')) &&
    (query.batch === true || query.variants !== undefined || model.variant !== 'batch') &&
    (query.routers === true || !model.prices.dynamic) &&
    isOneOf(model.id, query.ids) &&
    (query.family === undefined || model.id.startsWith(query.family)) &&
    (query.pool === undefined || poolsOf(model).includes(query.pool)) &&
    matchesBenchmarks(model, query.minBenchmarks) &&
    matchesDays({ model, query, asOf })
  );
}

function matchesBenchmarks(model: Model, minimums: ModelQuery['minBenchmarks'] = {}): boolean {
  return Object.entries(minimums).every(
    ([metric, minimum]) =>
      (benchmarkOf(model, metric)?.value ?? Number.NEGATIVE_INFINITY) >= minimum,
  );
}

function matchesDays({ model, query, asOf }: MatchesFactsOptions): boolean {
  const { createdAfter, createdBefore, expiringBy, availableOn = asOf } = query;
  const { createdOn, expiresOn } = model;
  if (createdAfter !== undefined && !(createdOn !== null && createdOn > createdAfter)) return false;
  if (createdBefore !== undefined && !(createdOn !== null && createdOn < createdBefore))
    return false;
  if (expiringBy !== undefined && !(expiresOn !== null && expiresOn <= expiringBy)) return false;
  return expiresOn === null || expiresOn >= availableOn;
}

function includesAll(present: readonly string[], wanted: readonly string[] = []): boolean {
  return wanted.every((entry) => present.includes(entry));
}

function isOneOf<T>(value: T, wanted: readonly T[] | undefined): boolean {
  return wanted === undefined || wanted.includes(value);
}

function isAtLeast(size: number | null, wanted: number | undefined): boolean {
  return wanted === undefined || (size !== null && size >= wanted);
}
