import { abilityKindOf } from '../ability/ability-kind.ts';
import { hardnessOf, LOGIT_PER_POINT } from '../ability/success.ts';
import type { Suitable } from '../filter/filter-models.ts';
import type { IndexedModel } from '../model-index/index-models.ts';
import { type PricedCall, roughCost } from '../model-index/rough-price.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { AbilityOffset } from './ability-offset.ts';
import { modelAt, type ScoredModels } from './scored-models.ts';
import type { WarmModel } from './warm-model.ts';

export interface ScoreModelsOptions {
  readonly suitable: Suitable;
  readonly requirements: Requirements;
  readonly at: Date;
  readonly offsetOf?: AbilityOffset | undefined;
  readonly warm?: WarmModel | undefined;
}

/**
 * Gives each suitable model its chance of a right answer, lowered by `caution` standard deviations, and its rough
 * cost. In arrays, because hundreds of models are scored for each call.
 */
export function scoreModels(options: ScoreModelsOptions, caution: number): ScoredModels {
  return {
    ...options.suitable,
    chances: chancesOf(options, caution),
    costs: costsOf(options),
  };
}

function chancesOf(options: ScoreModelsOptions, caution: number): Float64Array {
  const { suitable, requirements, offsetOf } = options;
  const { table, places } = suitable;
  const kind = abilityKindOf(requirements.task);
  const lifts = table.lifts[kind];
  const sureness = table.sureness[kind];
  const sigmas = table.sigmas[kind];
  const hardness = hardnessOf(requirements.difficulty);
  const lowering = LOGIT_PER_POINT * caution;
  const chinese = isChinese(requirements) ? LOGIT_PER_POINT : 0;
  const chances = new Float64Array(places.length);
  for (let rank = 0; rank < places.length; rank += 1) {
    const place = places[rank]!;
    const shift = hardness - lowering * sigmas[place]! + chinese * table.chineseLifts[place]!;
    chances[rank] = sureness[place]! * (lifts[place]! + shift);
  }
  if (offsetOf !== undefined) addOffsets(chances, sureness, options, offsetOf);
  return chances;
}

function isChinese({ language }: Requirements): boolean {
  return language === 'zh-Hans' || language === 'zh-Hant';
}

/** What was learned about models since the catalogue was made. */
function addOffsets(
  chances: Float64Array,
  sureness: Float64Array,
  { suitable, requirements }: ScoreModelsOptions,
  offsetOf: AbilityOffset,
): void {
  for (const [rank, place] of suitable.places.entries()) {
    const points = offsetOf(modelAt(suitable, rank).model.id, requirements.task);
    chances[rank]! += sureness[place]! * LOGIT_PER_POINT * points;
  }
}

function costsOf({ suitable, requirements, at, warm }: ScoreModelsOptions): Float64Array {
  const call: PricedCall = {
    inputTokens: requirements.inputTokens.expected,
    outputTokens: requirements.outputTokens.expected,
    at,
  };
  const { table, places } = suitable;
  const { input, output, request, holdsUpTo } = table;
  const costs = new Float64Array(places.length);
  for (let rank = 0; rank < costs.length; rank += 1) {
    const place = places[rank]!;
    costs[rank] =
      call.inputTokens > holdsUpTo[place]!
        ? exactly(modelAt(suitable, rank), call)
        : call.inputTokens * input[place]! + call.outputTokens * output[place]! + request[place]!;
  }
  if (warm !== undefined) discount(costs, suitable, { ...call, ...cachedOf(warm) }, warm.modelId);
  return costs;
}

function exactly({ model, roughPrice }: IndexedModel, call: PricedCall): number {
  return roughCost(model, roughPrice, call);
}

/** The warm model's cached tokens cost what its cache asks. */
function discount(
  costs: Float64Array,
  suitable: Suitable,
  call: PricedCall,
  modelId: string,
): void {
  for (const rank of costs.keys()) {
    const indexed = modelAt(suitable, rank);
    if (indexed.model.id === modelId) costs[rank] = exactly(indexed, call);
  }
}

/** The part of a warm model's prompt that its cache serves. */
export function cachedOf({ cachedInputTokens }: WarmModel): { cachedInputTokens: number } {
  return { cachedInputTokens };
}
