import type { BenchmarkedRow } from './hidden-truth.ts';
import type { MonthCatalogue } from './month-catalogue.ts';

/** What somebody takes who wants no risk: the model with the best published score that is listed all month. */
export function premiumOf(
  benchmarked: readonly BenchmarkedRow[],
  { rows }: MonthCatalogue,
): string {
  const listings = new Map<string, number>();
  for (const { id } of rows) listings.set(id, (listings.get(id) ?? 0) + 1);
  const [best] = benchmarked
    .filter(({ id }) => listings.get(id) === 2)
    .toSorted((one, other) => scoreOf(other) - scoreOf(one));
  if (best === undefined) throw new RangeError('No model is listed all month.');
  return best.id;
}

function scoreOf({ benchmarks }: BenchmarkedRow): number {
  return benchmarks?.artificial_analysis?.intelligence_index ?? 0;
}
