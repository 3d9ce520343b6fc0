import type { Capability, IsoDate, Model } from '../src/model.ts';
import { parseModelId } from '../src/parse/parse-model-id.ts';
import { listedPrices } from './listed-prices.ts';
import type { ListedModel, NewerList } from './newer-list.ts';

/** What the list's generator writes where OpenRouter states no maximum. */
const UNSTATED_MAX_TOKENS = 4096;

/**
 * Brings a full list up to a newer one that tells less. Models in both take the newer prices and sizes and keep
 * their abilities; models that only the newer list has carry only what it tells; text models with tools that it no
 * longer has are gone; models it never covers (no tools) stay as they were, under their own date.
 */
export function bringUpToDate(older: readonly Model[], newer: NewerList): readonly Model[] {
  const listed = new Map(newer.models.map((model) => [model.id, model]));
  const olderIds = new Set(older.map((model) => model.id));
  const kept = older.flatMap((model) => {
    const update = listed.get(model.id);
    if (update !== undefined) return [updated({ model, update, listed, asOf: newer.date })];
    return isCovered(model) ? [] : [model];
  });
  const added = newer.models
    .filter(({ id }) => !olderIds.has(id))
    .map((model) => fresh(model, newer.date));
  return [...kept, ...added].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether the newer list would name this model if it still existed. */
export function isCovered(model: Model): boolean {
  return model.capabilities.includes('tools') && model.outputModalities.join() === 'text';
}

interface UpdateOptions {
  readonly model: Model;
  readonly update: ListedModel;
  readonly listed: ReadonlyMap<string, ListedModel>;
  readonly asOf: IsoDate;
}

function updated({ model, update, listed, asOf }: UpdateOptions): Model {
  const stated = model.maxOutputTokens !== null || update.maxTokens !== UNSTATED_MAX_TOKENS;
  return {
    ...model,
    name: update.name,
    aliasOf: isSameModel(update, listed.get(model.aliasOf ?? '')) ? model.aliasOf : null,
    contextTokens: update.contextWindow ?? model.contextTokens,
    maxOutputTokens: stated ? (update.maxTokens ?? model.maxOutputTokens) : null,
    capabilities: [...new Set([...model.capabilities, ...listedCapabilities(update)])].toSorted(),
    prices: listedPrices(update, model.prices),
    expiresOn: model.expiresOn !== null && model.expiresOn < asOf ? null : model.expiresOn,
    asOf,
  };
}

/** An alias moves without notice: its old target counts only while both still read the same. */
function isSameModel(alias: ListedModel, target: ListedModel | undefined): boolean {
  return target !== undefined && factsOf(alias) === factsOf(target);
}

function factsOf({ cost, contextWindow, maxTokens }: ListedModel): string {
  return JSON.stringify([cost, contextWindow, maxTokens]);
}

function fresh(listed: ListedModel, asOf: IsoDate): Model {
  const parts = parseModelId(listed.id);
  if (parts === null) throw new TypeError(`${listed.id} is no model id`);
  return {
    id: listed.id,
    name: listed.name,
    vendor: parts.vendor,
    variant: parts.variant,
    canonicalSlug: null,
    aliasOf: null,
    createdOn: null,
    contextTokens: listed.contextWindow ?? null,
    maxOutputTokens: listed.maxTokens ?? null,
    inputModalities: listed.input,
    outputModalities: ['text'],
    capabilities: listedCapabilities(listed),
    parameters: [],
    reasoning: null,
    tokenizer: null,
    prices: listedPrices(listed, undefined),
    expiresOn: null,
    knowledgeCutoff: null,
    moderated: null,
    openWeights: null,
    asOf,
  };
}

/** The list holds models that take tools, and flags those that reason. It tells nothing of structured output. */
function listedCapabilities({ reasoning }: ListedModel): readonly Capability[] {
  return reasoning === true ? ['reasoning', 'tool-choice', 'tools'] : ['tool-choice', 'tools'];
}
