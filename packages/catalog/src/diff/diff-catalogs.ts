import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogEvent } from './catalog-event.ts';
import { diffModel } from './diff-model.ts';

/** When a change of price is suspicious. */
export interface DiffCatalogsOptions {
  /** A price that moves by more than this factor is suspicious. Default: 10; the largest real move on record is 24. */
  readonly jumpFactor?: number;
}

/** What changed from one catalogue to a later one, by id and then by kind. */
export function diffCatalogs(
  before: Catalog,
  after: Catalog,
  { jumpFactor = 10 }: DiffCatalogsOptions = {},
): readonly CatalogEvent[] {
  const removed = before.models
    .filter((model) => after.get(model.id) === undefined)
    .map(({ id, expiresOn }): CatalogEvent => ({ type: 'removed', id, announced: expiresOn }));
  const rest = after.models.flatMap((model): readonly CatalogEvent[] => {
    const old = before.get(model.id);
    return old === undefined ? [arrival(model.id, before)] : diffModel(old, model, jumpFactor);
  });
  return [...removed, ...rest].toSorted(byIdThenType);
}

function arrival(id: string, before: Catalog): CatalogEvent {
  const tombstone = before.tombstone(id);
  return tombstone === undefined
    ? { type: 'added', id }
    : { type: 'returned', id, lastSeenOn: tombstone.lastSeenOn };
}

function byIdThenType(a: CatalogEvent, b: CatalogEvent): number {
  const [keyA, keyB] = [`${a.id} ${a.type}`, `${b.id} ${b.type}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}
