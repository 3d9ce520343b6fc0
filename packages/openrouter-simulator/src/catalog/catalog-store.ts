import { defaultEndpoints } from './default-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import type { Model, Pricing } from './model.ts';
import { readCatalog } from './read-catalog.ts';

/** The catalogue as the simulator serves it now. Every change is seen by the next request. */
export interface CatalogStore {
  readonly models: () => readonly Model[];
  /** The row of exactly this id. */
  readonly get: (id: string) => Model | undefined;
  readonly endpointsOf: (model: Model) => readonly Endpoint[];
  /** Counts the changes; part of the ETag. */
  readonly version: () => number;
  /** Replaces the whole catalogue by another `/models`-shaped body. */
  readonly replace: (body: unknown) => void;
  /** Adds a row of the shape of `/models`, or replaces the one of the same id and its endpoints. */
  readonly put: (row: unknown) => void;
  /** Takes a model off the list. */
  readonly remove: (id: string) => void;
  /** Changes some prices of a model, on its row and on all its endpoints. */
  readonly reprice: (id: string, pricing: Partial<Pricing>) => void;
}

/** Keeps the models by id. */
export function createCatalogStore(
  models: readonly Model[],
  endpoints: ReadonlyMap<string, readonly Endpoint[]>,
): CatalogStore {
  let byId = new Map(models.map((model) => [model.id, model]));
  const endpointsById = new Map(endpoints);
  let version = 1;

  function endpointsOf(model: Model): readonly Endpoint[] {
    const known = endpointsById.get(model.id);
    if (known !== undefined) return known;
    const made = defaultEndpoints(model);
    endpointsById.set(model.id, made);
    return made;
  }

  function reprice(id: string, pricing: Partial<Pricing>): void {
    const model = byId.get(id);
    if (model === undefined) throw new RangeError(`No model "${id}" in the simulator's catalogue.`);
    const repriced = endpointsOf(model).map((endpoint) => ({
      ...endpoint,
      pricing: { ...endpoint.pricing, ...pricing },
    }));
    endpointsById.set(id, repriced);
    byId.set(id, { ...model, pricing: { ...model.pricing, ...pricing } });
    version += 1;
  }

  return {
    models: () => [...byId.values()],
    get: (id) => byId.get(id),
    endpointsOf,
    version: () => version,
    replace: (body) => {
      byId = new Map(readCatalog(body).map((model) => [model.id, model]));
      endpointsById.clear();
      version += 1;
    },
    put: (row) => {
      for (const model of readCatalog([row])) {
        byId.set(model.id, model);
        endpointsById.delete(model.id);
      }
      version += 1;
    },
    remove: (id) => {
      if (byId.delete(id)) version += 1;
    },
    reprice,
  };
}
