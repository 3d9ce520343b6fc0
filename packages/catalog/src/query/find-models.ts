import type { IsoDate, Model } from '../model.ts';
import { compareModels } from './compare-models.ts';
import { checkQuery } from './check-query.ts';
import { matchesFacts } from './matches-facts.ts';
import { matchesPrices } from './matches-prices.ts';
import type { ModelQuery } from './model-query.ts';

export interface FindModelsOptions {
  readonly models: readonly Model[];
  readonly query: ModelQuery;
  readonly asOf: IsoDate;
}

/**
 * The models that satisfy the query, sorted.
 *
 * @throws InvalidQueryError when the query asks for something that there is not.
 */
export function findModels({ models, query, asOf }: FindModelsOptions): readonly Model[] {
  checkQuery(query);
  const matchesPrice = matchesPrices(query);
  return models
    .filter((model) => matchesFacts({ model, query, asOf }) && matchesPrice(model))
    .toSorted(compareModels(query))
    .slice(0, query.limit);
}
