import { modelAt, type ScoredModels } from './scored-models.ts';
import type { TakeBestOptions } from './take-best.ts';

/** The vendors of scored models, as `takeBest` asks for them. */
export function vendorsOf({
  table,
  places,
}: ScoredModels): Pick<TakeBestOptions, 'vendorCount' | 'vendorOf'> {
  return { vendorOf: (rank) => table.vendors[places[rank]!]!, vendorCount: table.vendorCount };
}

/** A second comparison, then the id, so that the order of the catalogue never shows. */
export function isBefore(
  scored: ScoredModels,
  difference: number,
  one: number,
  other: number,
): boolean {
  if (difference !== 0) return difference < 0;
  return modelAt(scored, one).model.id < modelAt(scored, other).model.id;
}
