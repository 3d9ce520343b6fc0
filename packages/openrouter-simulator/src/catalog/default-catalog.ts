import body from './default-catalog.generated.json' with { type: 'json' };
import { defaultEmbeddingModels } from './default-embedding-models.ts';
import type { Model } from './model.ts';
import { readCatalog } from './read-catalog.ts';

/** The day the bundled catalogue describes, YYYY-MM-DD. */
export const DEFAULT_CATALOG_DATE: string = body.as_of;

let models: readonly Model[] | undefined;

/** The bundled catalogue, read once. */
export function defaultCatalog(): readonly Model[] {
  models ??= [...readCatalog(body), ...defaultEmbeddingModels()];
  return models;
}
