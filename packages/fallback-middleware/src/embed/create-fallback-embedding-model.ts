import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import {
  compatibleCandidates,
  type AnyEmbeddingModel,
  type EmbeddingCandidate,
} from './embedding-candidate.ts';
import { embedWithFallback, type EmbedOptions } from './embed-with-fallback.ts';

/** Options of {@link createFallbackEmbeddingModel}. */
export interface FallbackEmbeddingModelOptions extends EmbedOptions {
  /** Best first. Only those in the first one's space are ever asked. */
  readonly models: readonly (
    | AnyEmbeddingModel
    | (Omit<EmbeddingCandidate, 'id'> & { readonly id?: string })
  )[];
  /** @default 'fallback' */
  readonly provider?: string;
  /** @default the first model's id, since its vectors are what a store holds */
  readonly modelId?: string;
}

/**
 * An embedding model that asks `models` in order.
 * @throws FallbackOptionsError when `models` is empty or an option has the wrong type.
 */
export function createFallbackEmbeddingModel(
  options: FallbackEmbeddingModelOptions,
): EmbeddingModelV4 {
  resolveChainOptions(options);
  const { models, provider = 'fallback', modelId, ...rest } = options;
  const candidates = models.map(toCandidate);
  const usable = compatibleCandidates(candidates).map(({ model }) => model);
  const [first] = usable;
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
    modelId: modelId ?? first.modelId,
    maxEmbeddingsPerCall: smallestLimit(usable),
    supportsParallelCalls: first.supportsParallelCalls,
    doEmbed: async (params) => embedWithFallback({ ...shared, candidates, params }),
  };
}

function toCandidate(entry: FallbackEmbeddingModelOptions['models'][number]): EmbeddingCandidate {
  if (!('model' in entry)) return { id: `${entry.provider}:${entry.modelId}`, model: entry };
  return { ...entry, id: entry.id ?? `${entry.model.provider}:${entry.model.modelId}` };
}

/** What every candidate can take, so that a chunk fits whoever answers. */
async function smallestLimit(models: readonly EmbeddingModelV4[]): Promise<number | undefined> {
  const limits = await Promise.all(models.map(async (model) => model.maxEmbeddingsPerCall));
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
