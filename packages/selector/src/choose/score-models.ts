import { abilityKindOf } from '../ability/ability-kind.ts';
import { CHINESE_LIFT_POINTS } from '../ability/chinese-makers.ts';
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
  const { suitable, requirements } = options;
  const { table, places } = suitable;
  const kind = abilityKindOf(requirements.task);
  const [lifts, sureness, sigmas] = [table.lifts[kind], table.sureness[kind], table.sigmas[kind]];
  const hardness = hardnessOf(requirements.difficulty);
  const lowering = LOGIT_PER_POINT * caution;
  const chances = new Float64Array(places.length);
  for (let rank = 0; rank < places.length; rank += 1) {
    const place = places[rank]!;
    chances[rank] = sureness[place]! * (lifts[place]! + hardness - lowering * sigmas[place]!);
  }
  addOffsets(chances, sureness, options);
  return chances;
}

/** What the catalogue does not tell: a lift for Chinese, and what was learned since. */
function addOffsets(
  chances: Float64Array,
  sureness: Float64Array,
  { suitable, requirements, offsetOf }: ScoreModelsOptions,
): void {
  const chinese = requirements.language === 'zh-Hans' || requirements.language === 'zh-Hant';
  if (!chinese && offsetOf === undefined) return;
  for (const [rank, place] of suitable.places.entries()) {
    const indexed = modelAt(suitable, rank);
    const points =
      (chinese ? chineseLift(indexed) : 0) + (offsetOf?.(indexed.model.id, requirements.task) ?? 0);
    chances[rank]! += sureness[place]! * LOGIT_PER_POINT * points;
  }
}

/** Models trained on Chinese first are a little better at it than their index tells. */
function chineseLift({ chineseFirst }: IndexedModel): number {
  return chineseFirst ? CHINESE_LIFT_POINTS : 0;
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
