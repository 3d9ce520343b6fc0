import { benchmarkOf } from '../benchmark/benchmark-of.ts';
import type { IsoDate, Model } from '../model.ts';
import { blendedPerMillion } from '../price/blended-usd-per-million.ts';
import type { ModelQuery } from './model-query.ts';

type Compare = (a: Model, b: Model) => number;

/** The order a query asks for. A total order: the same models always come out the same way. */
export function compareModels({ sortBy = 'id', blend }: ModelQuery): Compare {
  if (sortBy === 'id') return byId;
  if (sortBy === 'price') return ascending((model) => blendedPerMillion(model, blend));
  if (sortBy === 'context') return ascending((model) => negate(model.contextTokens));
  if (sortBy === 'newest') return ascending((model) => negate(dayNumber(model.createdOn)));
  const metric = sortBy.slice('benchmark:'.length);
  return ascending((model) => negate(benchmarkOf(model, metric)?.value ?? null));
}

const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function ascending(keyOf: (model: Model) => number | bigint | null): Compare {
  return (a, b) => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    if (keyA === keyB) return byId(a, b);
    if (keyA === null) return 1;
    if (keyB === null) return -1;
    return keyA < keyB ? -1 : 1;
  };
}

function negate(value: number | null): number | null {
  return value === null ? null : -value;
}

function dayNumber(day: IsoDate | null): number | null {
  return day === null ? null : Date.parse(day);
}
