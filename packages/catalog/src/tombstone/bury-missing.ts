import type { Catalog } from '../catalog/catalog.ts';
import type { IsoDate, Model } from '../model.ts';
import { successorOf } from './successor-of.ts';
import type { Tombstone } from './tombstone.ts';

export interface BuryMissingOptions {
  /** The catalogue before, with the tombstones it knew. */
  readonly known: Catalog;
  /** What is listed now. */
  readonly listed: readonly Model[];
  readonly asOf: IsoDate;
}

/** The tombstones after a refresh: the old ones, without those that returned, and one for each model now missing. */
export function buryMissing({ known, listed, asOf }: BuryMissingOptions): readonly Tombstone[] {
  const ids = new Set(listed.map((model) => model.id));
  const kept = known.tombstones.filter(({ id }) => !ids.has(id));
  const fresh = known.models
    .filter(({ id }) => !ids.has(id))
    .map((model): Tombstone => ({
      id: model.id,
      lastSeenOn: model.asOf,
      missingOn: asOf,
      announcedFor: model.expiresOn,
      successor: successorOf(model.id, listed),
    }));
  return [...kept, ...fresh];
}
