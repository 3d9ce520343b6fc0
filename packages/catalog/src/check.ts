/**
 * In: two catalogues, or a catalogue and a list of ids out of a config. Out: what changed, and what is wrong with the list.
 * Called by: command lines, CI, and whoever tells users that a model is about to go.
 */
export { checkModels, type CheckModelsOptions } from './check/check-models.ts';
export type { ExpectedModel } from './check/expected-model.ts';
export type { Finding, ModelCheck } from './check/model-check.ts';
export type { CatalogEvent, PriceSuspicion, RateChange } from './diff/catalog-event.ts';
export { diffCatalogs, type DiffCatalogsOptions } from './diff/diff-catalogs.ts';
