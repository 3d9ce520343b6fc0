import type { Catalog } from '@tierwise/catalog';
import { indexModels, type ModelIndex } from '@tierwise/selector';

/** Indexes a catalogue on its first use and remembers the index as long as the catalogue lives. */
export function createIndexCache(): (catalog: Catalog) => ModelIndex {
  const indexes = new WeakMap<Catalog, ModelIndex>();
  return (catalog) => {
    const known = indexes.get(catalog);
    if (known !== undefined) return known;
    const index = indexModels(catalog.models);
    indexes.set(catalog, index);
    return index;
  };
}
