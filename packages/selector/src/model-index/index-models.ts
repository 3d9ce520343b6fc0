import { isFree, type Model, type Tier, tierOf } from '@tierwise/catalog';
import type { Endpoint } from '@tierwise/catalog/endpoints';
import {
  type Abilities,
  type AbilityTable,
  estimateAbilities,
} from '../ability/estimate-abilities.ts';
import { ABILITY_KINDS, type AbilityKind } from '../ability/ability-kind.ts';
import { CHINESE_MAKERS } from '../ability/chinese-makers.ts';
import { successTerms } from '../ability/success.ts';
import { offeredBits } from './masks.ts';
import { type ExactPrice, exactPriceOf } from './exact-price.ts';
import { type RoughPrice, roughPriceOf } from './rough-price.ts';
import { type Speed, speedOf, type SpeedTable } from './speed.ts';

/** A model with what choosing needs of it, computed once a catalogue instead of once a call. */
export interface IndexedModel {
  readonly model: Model;
  /** `null` when its price is unknown, dynamic, or zero without being free. */
  readonly tier: Tier | null;
  readonly free: boolean;
  /** Estimated general ability in points of the intelligence index (about 0 … 70 in 2026). */
  readonly ability: number;
  readonly abilities: Abilities;
  readonly chineseFirst: boolean;
  /** Capabilities and input modalities as bits, so that a call's needs are one comparison. */
  readonly bits: number;
  readonly roughPrice: RoughPrice;
  /** `null` when `estimateCost` has to be asked. */
  readonly exactPrice: ExactPrice | null;
  /** The data regions that its endpoints name, `null` for one that names none. Empty when no endpoint is known. */
  readonly regions: readonly Endpoint['region'][];
  readonly speed: Speed;
  /** The ability's part of P(ok), by kind of ability. */
  readonly success: Readonly<Record<AbilityKind, { lift: number; sureness: number }>>;
}

/** What `indexModels` makes of a catalogue; hand it to `selectCandidates`. */
export type ModelIndex = readonly IndexedModel[];

/** What you know of the models beside the catalogue. */
export interface IndexModelsOptions {
  /** Abilities that you know better than the catalogue does, by model id. */
  readonly abilities?: AbilityTable | undefined;
  /** Who offers the models, as `@tierwise/catalog/endpoints` reads it: for regions and for the price of waiting. Default none. */
  readonly endpoints?: readonly Endpoint[] | undefined;
  /** How fast models answer you, by model id. Default: what the endpoints report. */
  readonly speeds?: SpeedTable | undefined;
}

/** Prepares a catalogue's models for choosing. Do it once for each catalogue and keep the result. */
export function indexModels(
  models: readonly Model[],
  { abilities = {}, endpoints = [], speeds = {} }: IndexModelsOptions = {},
): ModelIndex {
  const byId = new Map(models.map((model) => [model.id, model]));
  const offersById = groupById(endpoints);
  return models.map((model) => {
    const offers = offersById.get(model.id) ?? [];
    return {
      ...indexModel(model, plainSibling(model, byId), abilities),
      regions: offers.map(({ region }) => region),
      speed: speedOf(offers, speeds[model.id]),
    };
  });
}

function indexModel(
  model: Model,
  sibling: Model | undefined,
  table: AbilityTable,
): Omit<IndexedModel, 'regions' | 'speed'> {
  const abilities = estimateAbilities(model, sibling, table);
  return {
    model,
    tier: tierOf(model),
    free: isFree(model),
    ability: abilities.general.points,
    abilities,
    chineseFirst: CHINESE_MAKERS.has(model.vendor),
    bits: offeredBits(model.capabilities, model.inputModalities),
    roughPrice: roughPriceOf(model),
    exactPrice: exactPriceOf(model),
    success: successOf(abilities),
  };
}

function successOf(abilities: Abilities): IndexedModel['success'] {
  const [general, coding, agentic] = ABILITY_KINDS.map((kind) => successTerms(abilities[kind]));
  const none = { lift: 0, sureness: 1 };
  return { general: general ?? none, coding: coding ?? none, agentic: agentic ?? none };
}

function plainSibling(model: Model, byId: ReadonlyMap<string, Model>): Model | undefined {
  return model.variant === null
    ? undefined
    : byId.get(model.id.slice(0, -model.variant.length - 1));
}

function groupById(endpoints: readonly Endpoint[]): ReadonlyMap<string, readonly Endpoint[]> {
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const group = groups.get(endpoint.modelId) ?? [];
    if (group.push(endpoint) === 1) groups.set(endpoint.modelId, group);
  }
  return groups;
}
