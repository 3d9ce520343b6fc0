import type {
  EmbeddingModelV3,
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
} from '@ai-sdk/provider';
import { wrapEmbeddingModel } from 'ai';

/** Any embedding model the AI SDK accepts as an object. */
export type AnyEmbeddingModel = EmbeddingModelV3 | EmbeddingModelV4;

/** One entry of an embedding chain. */
export interface EmbeddingCandidate {
  readonly id: string;
  readonly model: AnyEmbeddingModel;
  /**
   * Vectors can only be compared within one space: the first candidate's space counts, and candidates that do not
   * declare the same one are never asked. Default: a space of the candidate's own model id.
   */
  readonly space?: string;
  readonly prepare?: (params: EmbeddingModelV4CallOptions) => EmbeddingModelV4CallOptions;
  readonly account?: string;
}

/** A candidate whose model speaks V4. */
export type UpgradedEmbeddingCandidate = EmbeddingCandidate & { readonly model: EmbeddingModelV4 };

/** The space a candidate's vectors live in. */
export function spaceOf(candidate: EmbeddingCandidate): string {
  return candidate.space ?? candidate.model.modelId;
}

/** The candidates that live in the first one's space, with their models as V4. */
export function compatibleCandidates(
  candidates: readonly EmbeddingCandidate[],
): UpgradedEmbeddingCandidate[] {
  const space = candidates[0] === undefined ? undefined : spaceOf(candidates[0]);
  return candidates
    .filter((candidate) => spaceOf(candidate) === space)
    .map((candidate) => ({ ...candidate, model: upgrade(candidate.model) }));
}

function upgrade(model: AnyEmbeddingModel): EmbeddingModelV4 {
  return model.specificationVersion === 'v4'
    ? model
    : wrapEmbeddingModel({ model, middleware: [] });
}
