import { nearestIds, UnknownModelError } from '@tierwise/catalog';
import type { ModelIndex } from '../model-index/index-models.ts';

/**
 * Refuses ids that the index lacks: a misspelt one would quietly never be asked.
 *
 * @throws UnknownModelError with the nearest ids.
 */
export function checkModels(modelIds: readonly string[], index: ModelIndex): void {
  for (const modelId of modelIds) {
    if (!index.some(({ model }) => model.id === modelId)) throw unknownModel(modelId, index);
  }
}

function unknownModel(modelId: string, index: ModelIndex): UnknownModelError {
  const days = index.map(({ model }) => model.asOf).toSorted();
  return new UnknownModelError({
    modelId,
    nearestIds: nearestIds(
      modelId,
      index.map(({ model }) => model.id),
    ),
    asOf: days.at(-1) ?? 'no day',
  });
}
