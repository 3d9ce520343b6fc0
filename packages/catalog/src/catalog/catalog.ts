import type { IsoDate, Model } from '../model.ts';
import type { ModelQuery } from '../query/model-query.ts';
import type { Tombstone } from '../tombstone/tombstone.ts';
import type { Resolution } from './resolution.ts';

/** Where the models of a catalogue came from. */
export type CatalogSource = 'snapshot' | 'cache' | 'live' | 'given';

/** A dated list of models and the questions one asks it. Never changes; a refresh makes another one. */
export interface Catalog {
  readonly models: readonly Model[];
  /** The day this catalogue speaks for; single models may be older, see {@link Model.asOf}. */
  readonly asOf: IsoDate;
  readonly source: CatalogSource;
  /** The model with exactly this id. */
  get(id: string): Model | undefined;
  /**
   * The model that a request for `id` reaches: exact id, `~alias`, variant, canonical or dated slug.
   *
   * @throws UnknownModelError with the nearest ids, and the tombstone of a model that is gone.
   */
  resolve(id: string): Resolution;
  /** Models that are gone and not back, as far as they are known. */
  readonly tombstones: readonly Tombstone[];
  tombstone(id: string): Tombstone | undefined;
  /**
   * The models that satisfy every part of the query, in the order asked for.
   *
   * @throws InvalidQueryError naming a part, tier, pool or capability that there is not.
   */
  find(query?: ModelQuery): readonly Model[];
}
