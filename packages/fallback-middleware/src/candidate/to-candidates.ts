import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import { isChain } from './chain-account.ts';

/** A model of any kind, as far as a candidate is named after it. */
export interface NamedModel {
  readonly provider: string;
  readonly modelId: string;
}

/** An entry with an identity and settings of its own. */
export interface EntryWithSettings<M> {
  readonly model: M;
  readonly id?: string;
  readonly account?: string;
}

/**
 * The entries of a `models` option as candidates. An entry without an id is called by its provider and model id.
 * @throws FallbackOptionsError for what is no list, an entry that is no model, and an id that is used twice.
 */
export function toCandidates<M extends NamedModel, S extends EntryWithSettings<M>>(
  entries: readonly (M | S)[],
): Array<(S | EntryWithSettings<M>) & { readonly id: string }> {
  if (!Array.isArray(entries)) throw noModels(entries);
  const candidates = entries.map((entry, index) => toCandidate<M, S>(entry, index));
  checkIds(candidates);
  return candidates;
}

/** The error for a `models` option without any model. */
export function noModels(received: unknown): FallbackOptionsError {
  const expected = 'a list of at least one model';
  return new FallbackOptionsError({ path: 'models', expected, received });
}

function toCandidate<M extends NamedModel, S extends EntryWithSettings<M>>(
  entry: M | S,
  index: number,
): (S | EntryWithSettings<M>) & { readonly id: string } {
  const own: S | EntryWithSettings<M> = hasSettings<M, S>(entry) ? entry : { model: entry };
  const { account, model } = own;
  if (!isModel(model)) throw notAModel(model, index);
  const id = own.id ?? `${model.provider}:${model.modelId}`;
  // A chain speaks with the keys and hosts of many: its failure says nothing about another chain.
  return account === undefined && isChain(model) ? { ...own, id, account: id } : { ...own, id };
}

function hasSettings<M extends NamedModel, S extends EntryWithSettings<M>>(
  entry: M | S,
): entry is S {
  return typeof entry === 'object' && entry !== null && 'model' in entry;
}

// Callers without types pass the names of models, or nothing at all.
function isModel(value: unknown): value is NamedModel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'modelId' in value &&
    typeof value.modelId === 'string'
  );
}

function notAModel(received: unknown, index: number): FallbackOptionsError {
  return new FallbackOptionsError({
    path: `models[${index}]`,
    expected: "a model object, e.g. openrouter('openai/gpt-5-mini')",
    received,
  });
}

function checkIds(candidates: ReadonlyArray<{ readonly id: string }>): void {
  const seen = new Set<string>();
  for (const { id } of candidates) {
    if (seen.has(id)) {
      const expected = `a list without duplicates ("${id}" is there twice; give one of them another id)`;
      throw new FallbackOptionsError({ path: 'models', expected, received: candidates });
    }
    seen.add(id);
  }
}
