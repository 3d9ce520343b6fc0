import type { Catalog } from '../catalog/catalog.ts';
import type { IsoDate } from '../model.ts';
import type { HistoryPoint } from './history-file.ts';

/** What OpenRouter listed over time: prices, sizes, tools, schemas and announced ends of every model. */
export interface CatalogHistory {
  /** The days of which a list is on record, oldest first. */
  readonly days: readonly IsoDate[];
  /**
   * The list of the last day on record up to `day`. Its models carry only what the history knows: cache prices and
   * modalities are unknown.
   *
   * @throws RangeError when `day` is before the first day on record, or no day.
   */
  asOf(day: IsoDate): Catalog;
  /** What changed when about one model, oldest first; empty when it was never listed. */
  of(id: string): readonly HistoryPoint[];
}
