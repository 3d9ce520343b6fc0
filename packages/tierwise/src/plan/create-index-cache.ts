import type { Catalog } from '@tierwise/catalog';
import { indexModels, type IndexModelsOptions, type ModelIndex } from '@tierwise/selector';

/** Indexes a catalogue on its first use and remembers the index as long as the catalogue lives. */
export function createIndexCache(options: IndexModelsOptions): (catalog: Catalog) => ModelIndex {
  const indexes = new WeakMap<Catalog, ModelIndex>();
  return (catalog) => {
    const known = indexes.get(catalog);
    if (known !== undefined) return known;
    const index = indexModels(catalog.models, options);
    indexes.set(catalog, index);
    return index;
  };
}
