import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { AnyLanguageModel, FallbackCandidate } from '../candidate/fallback-candidate.ts';

/** One entry of `models`: a model, or a model with an identity and settings of its own. */
export type ModelEntry =
  | AnyLanguageModel
  | (Omit<FallbackCandidate, 'id'> & { readonly id?: string });

/** What a list that depends on the call is told. */
export interface ModelListInput {
  readonly type: 'generate' | 'stream';
  readonly params: LanguageModelV4CallOptions;
}

/** Models in order, or a function of the call that returns them. */
export type ModelList =
  | readonly ModelEntry[]
  | ((input: ModelListInput) => readonly ModelEntry[] | PromiseLike<readonly ModelEntry[]>);

/** The entries as candidates. An entry without an id is called by its provider and model id. */
export function toCandidates(entries: readonly ModelEntry[]): FallbackCandidate[] {
  return entries.map((entry) => {
    if (!('model' in entry)) return { id: defaultId(entry), model: entry };
    return { ...entry, id: entry.id ?? defaultId(entry.model) };
  });
}

function defaultId(model: AnyLanguageModel): string {
  return `${model.provider}:${model.modelId}`;
}
