import type { CatalogStore } from './catalog-store.ts';
import type { Pricing } from './model.ts';

/** A change of the catalogue at a moment of the simulator's clock. */
export type CatalogChange = {
  /** Milliseconds since the epoch; the first request from then on sees the change. */
  readonly atMs: number;
} & (
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'reprice'; readonly id: string; readonly pricing: Partial<Pricing> }
  /** Adds a row, or replaces the row of the same id. */
  | { readonly type: 'put'; readonly model: unknown }
  /** Replaces the whole body. */
  | { readonly type: 'replace'; readonly body: unknown }
);

function apply(catalog: CatalogStore, change: CatalogChange): void {
  switch (change.type) {
    case 'remove':
      catalog.remove(change.id);
      return;
    case 'reprice':
      catalog.reprice(change.id, change.pricing);
      return;
    case 'put':
      catalog.put(change.model);
      return;
    default:
      catalog.replace(change.body);
  }
}

/** Applies changes when their time has come. Call it before each request is answered. */
export function createCatalogSchedule(
  catalog: CatalogStore,
  changes: readonly CatalogChange[],
): (nowMs: number) => void {
  const pending = changes.toSorted((a, b) => a.atMs - b.atMs);
  return (nowMs) => {
    while (pending[0] !== undefined && pending[0].atMs <= nowMs) {
      const [change] = pending.splice(0, 1);
      if (change !== undefined) apply(catalog, change);
    }
  };
}
