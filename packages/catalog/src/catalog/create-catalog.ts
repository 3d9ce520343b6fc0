import type { IsoDate, Model } from '../model.ts';
import { findModels } from '../query/find-models.ts';
import type { Catalog, CatalogSource } from './catalog.ts';
import { createResolver } from './create-resolver.ts';

export interface CreateCatalogOptions {
  /** Ids are unique; of two models with one id the first counts. */
  readonly models: readonly Model[];
  readonly asOf: IsoDate;
  /** Default: `'given'`. */
  readonly source?: CatalogSource;
}

/** Makes a catalogue of models, from {@link parseModels} or written by hand. */
export function createCatalog({ models, asOf, source = 'given' }: CreateCatalogOptions): Catalog {
  const byId = new Map<string, Model>();
  for (const model of models) if (!byId.has(model.id)) byId.set(model.id, model);
  const unique = [...byId.values()];
  return {
    models: unique,
    asOf,
    source,
    get: (id) => byId.get(id),
    resolve: createResolver({ byId, asOf }),
    find: (query = {}) => findModels({ models: unique, query, asOf }),
  };
}
