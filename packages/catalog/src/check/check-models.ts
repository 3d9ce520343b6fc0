import type { Catalog } from '../catalog/catalog.ts';
import { UnknownModelError } from '../errors/unknown-model-error.ts';
import type { IsoDate } from '../model.ts';
import { checkFacts } from './check-facts.ts';
import type { ExpectedModel } from './expected-model.ts';
import type { Finding, ModelCheck } from './model-check.ts';

/** What to check, and how much may differ before it is a finding. */
export interface CheckModelsOptions {
  readonly catalog: Catalog;
  /** Ids, or ids with what is expected of them. */
  readonly models: readonly (string | ExpectedModel)[];
  /** The day to count announced ends from. Default: the day of the catalogue. */
  readonly at?: IsoDate;
  /** Announced ends further away than this are not reported. Default: 90. */
  readonly expiringWithinDays?: number;
  /** Prices that moved by no more than this are not reported. Default: 0. */
  readonly maxPriceDriftPercent?: number;
}

/** {@link CheckModelsOptions} with every default filled in. */
export type CheckSettings = Required<Omit<CheckModelsOptions, 'models'>>;

/**
 * Checks a list of model ids out of someone's config against a catalogue: gone, misspelt, renamed, about to end, another
 * price, a smaller window, a lost ability, an alias instead of a pinned id. One report per entry, in order.
 *
 * @throws RangeError when an expected price is no plain decimal.
 */
export function checkModels(options: CheckModelsOptions): readonly ModelCheck[] {
  const { catalog, models } = options;
  const settings = {
    expiringWithinDays: 90,
    maxPriceDriftPercent: 0,
    at: catalog.asOf,
    ...options,
  };
  return models.map((entry) => {
    const expected = typeof entry === 'string' ? { id: entry } : entry;
    return { id: expected.id, findings: checkModel(expected, settings) };
  });
}

function checkModel(expected: ExpectedModel, settings: CheckSettings): readonly Finding[] {
  try {
    return checkFacts({ expected, resolution: settings.catalog.resolve(expected.id), settings });
  } catch (error) {
    if (UnknownModelError.isInstance(error)) return [absence(error)];
    throw error;
  }
}

function absence({ tombstone, nearestIds }: UnknownModelError): Finding {
  if (tombstone === null) return { type: 'unknown', nearestIds };
  const { id: _id, ...facts } = tombstone;
  return { type: 'gone', ...facts };
}
