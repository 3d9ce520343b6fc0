import type { ImageModelV4 } from '@ai-sdk/provider';
import { markChain } from '../candidate/chain-account.ts';
import { chainOptionNames } from '../candidate/chain-option-names.ts';
import { refuseUnknown, type KnownNames } from '../candidate/refuse-unknown.ts';
import { noModels, toCandidates } from '../candidate/to-candidates.ts';
import { resolveChainOptions, type ChainOptions } from '../chain/chain-options.ts';
import { createRetryBudget } from '../chain/retry-budget.ts';
import type { HealthOptions } from '../health/health-options.ts';
import { imageWithFallback, type ImageCandidate } from './image-with-fallback.ts';

/** A model with an identity and settings of its own. */
type ImageEntry = Omit<ImageCandidate, 'id'> & { readonly id?: string };

/** Options of {@link createFallbackImageModel}. */
export interface FallbackImageModelOptions extends ChainOptions {
  /** Best first. */
  readonly models: ReadonlyArray<ImageModelV4 | ImageEntry>;
  readonly health?: HealthOptions;
  /** @default 'fallback' */
  readonly provider?: string;
  /** @default 'chain' */
  readonly modelId?: string;
}

const known: KnownNames<FallbackImageModelOptions> = {
  ...chainOptionNames,
  health: true,
  modelId: true,
  models: true,
  provider: true,
};

/**
 * An image model that asks `models` in order. Images per call are limited as the first model says.
 * @throws FallbackOptionsError when an option cannot be used: `models` without a model, with what is no model or with
 * the same id twice; a number that is none; a name that does not exist.
 */
export function createFallbackImageModel(options: FallbackImageModelOptions): ImageModelV4 {
  refuseUnknown(options, known);
  resolveChainOptions(options);
  const {
    models,
    provider = 'fallback',
    modelId = 'chain',
    retryBudget = createRetryBudget(),
    ...rest
  } = options;
  const candidates = toCandidates<ImageModelV4, ImageEntry>(models);
  const [first] = candidates;
  if (first === undefined) throw noModels(models);
  const shared = { ...rest, retryBudget };
  return markChain({
    specificationVersion: 'v4',
    provider,
    modelId,
    maxImagesPerCall: first.model.maxImagesPerCall,
    doGenerate: async (params) => imageWithFallback({ ...shared, candidates, params }),
  } satisfies ImageModelV4);
}
