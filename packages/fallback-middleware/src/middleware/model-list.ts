import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { AnyLanguageModel, FallbackCandidate } from '../candidate/fallback-candidate.ts';
import { upgradeModel } from '../candidate/upgrade-model.ts';
import { toCandidates } from '../candidate/to-candidates.ts';

/** A model with an identity and settings of its own. */
type ModelWithSettings = Omit<FallbackCandidate, 'id'> & { readonly id?: string };

/** One entry of `models`: a model, or a model with an identity and settings of its own. */
export type ModelEntry = AnyLanguageModel | ModelWithSettings;

/** What a list that depends on the call is told. */
export interface ModelListInput {
  readonly type: 'generate' | 'stream';
  readonly params: LanguageModelV4CallOptions;
}

/** Models in order, or a function of the call that returns them. */
export type ModelList =
  | readonly ModelEntry[]
  | ((input: ModelListInput) => readonly ModelEntry[] | PromiseLike<readonly ModelEntry[]>);

/** The entries as candidates; see {@link toCandidates}. */
export function toLanguageEntries(entries: readonly ModelEntry[]): FallbackCandidate[] {
  return toCandidates<AnyLanguageModel, ModelWithSettings>(entries);
}

/** The models of a plain list, as V4. */
export function modelsOf(entries: readonly ModelEntry[]): LanguageModelV4[] {
  return toLanguageEntries(entries).map(({ model }) => upgradeModel(model));
}
