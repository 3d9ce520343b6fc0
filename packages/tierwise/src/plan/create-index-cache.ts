import type { Catalog } from '@tierwise/catalog';
import { type AbilityTable, indexModels, type ModelIndex } from '@tierwise/selector';

/** Indexes a catalogue on its first use and remembers the index as long as the catalogue lives. */
export function createIndexCache(abilities: AbilityTable): (catalog: Catalog) => ModelIndex {
  const indexes = new WeakMap<Catalog, ModelIndex>();
  return (catalog) => {
    const known = indexes.get(catalog);
    if (known !== undefined) return known;
    const index = indexModels(catalog.models, { abilities });
    indexes.set(catalog, index);
    return index;
  };
}
