import type { ImageModelV4 } from '@ai-sdk/provider';
import { resolveChainOptions, type ChainOptions } from '../chain/chain-options.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import type { HealthOptions } from '../health/health-options.ts';
import { imageWithFallback, type ImageCandidate } from './image-with-fallback.ts';

/** Options of {@link createFallbackImageModel}. */
export interface FallbackImageModelOptions extends ChainOptions {
  /** Best first. */
  readonly models: readonly (
    | ImageModelV4
    | (Omit<ImageCandidate, 'id'> & { readonly id?: string })
  )[];
  readonly health?: HealthOptions;
  /** @default 'fallback' */
  readonly provider?: string;
  /** @default 'chain' */
  readonly modelId?: string;
}

/**
 * An image model that asks `models` in order. Images per call are limited as the first model says.
 * @throws FallbackOptionsError when `models` is empty or an option has the wrong type.
 */
export function createFallbackImageModel(options: FallbackImageModelOptions): ImageModelV4 {
  resolveChainOptions(options);
  const { models, provider = 'fallback', modelId = 'chain', ...rest } = options;
  const candidates = models.map(toCandidate);
  const [first] = candidates;
  if (first === undefined) {
    throw new FallbackOptionsError({
      path: 'models',
      expected: 'a list of at least one model',
      received: models,
    });
  }
  const shared = { retryBudget: createRetryBudget(), ...rest };
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    maxImagesPerCall: first.model.maxImagesPerCall,
    doGenerate: async (params) => imageWithFallback({ ...shared, candidates, params }),
  };
}

function toCandidate(entry: FallbackImageModelOptions['models'][number]): ImageCandidate {
  if (!('model' in entry)) return { id: `${entry.provider}:${entry.modelId}`, model: entry };
  return { ...entry, id: entry.id ?? `${entry.model.provider}:${entry.model.modelId}` };
}
