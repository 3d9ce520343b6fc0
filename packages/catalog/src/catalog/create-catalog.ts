import type { IsoDate, Model } from '../model.ts';
import { findModels } from '../query/find-models.ts';
import type { Tombstone } from '../tombstone/tombstone.ts';
import type { Catalog, CatalogSource } from './catalog.ts';
import { createResolver } from './create-resolver.ts';

/** What a catalogue is made of. */
export interface CreateCatalogOptions {
  /** Ids are unique; of two models with one id the first counts. */
  readonly models: readonly Model[];
  readonly asOf: IsoDate;
  /** Default: `'given'`. */
  readonly source?: CatalogSource;
  /** Models that are gone. One that is listed again has none. Default: none known. */
  readonly tombstones?: readonly Tombstone[];
}

/** Makes a catalogue of models, from {@link parseModels} or written by hand. */
export function createCatalog({
  models,
  asOf,
  source = 'given',
  tombstones = [],
}: CreateCatalogOptions): Catalog {
  const byId = new Map<string, Model>();
  for (const model of models) if (!byId.has(model.id)) byId.set(model.id, model);
  const unique = [...byId.values()];
  const gone = new Map(
    tombstones.filter(({ id }) => !byId.has(id)).map((entry) => [entry.id, entry]),
  );
  return {
    models: unique,
    asOf,
    source,
    get: (id) => byId.get(id),
    resolve: createResolver({ byId, gone, asOf }),
    tombstones: [...gone.values()],
    tombstone: (id) => gone.get(id),
    find: (query = {}) => findModels({ models: unique, query, asOf }),
  };
}
