import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { markChain } from '../candidate/chain-account.ts';
import { chainOptionNames } from '../candidate/chain-option-names.ts';
import { refuseUnknown, type KnownNames } from '../candidate/refuse-unknown.ts';
import { noModels, toCandidates } from '../candidate/to-candidates.ts';
import { resolveChainOptions } from '../chain/chain-options.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import {
  compatibleCandidates,
  type AnyEmbeddingModel,
  type EmbeddingCandidate,
} from './embedding-candidate.ts';
import { embedWithFallback, type EmbedOptions } from './embed-with-fallback.ts';

/** A model with an identity and settings of its own. */
type EmbeddingEntry = Omit<EmbeddingCandidate, 'id'> & { readonly id?: string };

/** Options of {@link createFallbackEmbeddingModel}. */
export interface FallbackEmbeddingModelOptions extends EmbedOptions {
  /** Best first. Only those in the first one's space are ever asked. */
  readonly models: ReadonlyArray<AnyEmbeddingModel | EmbeddingEntry>;
  /** @default 'fallback' */
  readonly provider?: string;
  /** @default the first model's id, since its vectors are what a store holds */
  readonly modelId?: string;
}

const known: KnownNames<FallbackEmbeddingModelOptions> = {
  ...chainOptionNames,
  health: true,
  metadata: true,
  modelId: true,
  models: true,
  provider: true,
};

/**
 * An embedding model that asks `models` in order.
 * @throws FallbackOptionsError when an option cannot be used: `models` without a model, with what is no model or with
 * the same id twice; a number that is none; a name that does not exist.
 */
export function createFallbackEmbeddingModel(
  options: FallbackEmbeddingModelOptions,
): EmbeddingModelV4 {
  refuseUnknown(options, known);
  resolveChainOptions(options);
  const {
    models,
    provider = 'fallback',
    modelId,
    retryBudget = createRetryBudget(),
    ...rest
  } = options;
  const candidates = toCandidates<AnyEmbeddingModel, EmbeddingEntry>(models);
  const usable = compatibleCandidates(candidates).map(({ model }) => model);
  const [first] = usable;
  if (first === undefined) throw noModels(models);
  const shared = { ...rest, retryBudget };
  return markChain({
    specificationVersion: 'v4',
    provider,
    modelId: modelId ?? first.modelId,
    // Asked only when somebody wants to know: what it waits for may fail.
    get maxEmbeddingsPerCall() {
      return smallestLimit(usable);
    },
    get supportsParallelCalls() {
      return first.supportsParallelCalls;
    },
    doEmbed: async (params) => embedWithFallback({ ...shared, candidates, params }),
  } satisfies EmbeddingModelV4);
}

/** What every candidate can take, so that a chunk fits whoever answers. */
async function smallestLimit(models: readonly EmbeddingModelV4[]): Promise<number | undefined> {
  const limits = await Promise.all(models.map(limitOf));
  const told = limits.filter((limit) => limit !== undefined);
  return told.length === 0 ? undefined : Math.min(...told);
}

async function limitOf(model: EmbeddingModelV4): Promise<number | undefined> {
  try {
    return await model.maxEmbeddingsPerCall;
  } catch {
    // A model that cannot tell limits nobody else; whether it can answer, the call itself will tell.
    return undefined;
  }
}
