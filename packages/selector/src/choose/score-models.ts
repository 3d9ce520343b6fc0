import { type AbilityKind, abilityKindOf } from '../ability/ability-kind.ts';
import { hardnessOf, LOGIT_PER_POINT } from '../ability/success.ts';
import type { Suitable } from '../filter/suitable.ts';
import { type PricedCall, roughCost } from '../model-index/rough-price.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Aim } from './aim-of.ts';
import { modelAt } from './model-at.ts';
import { rankOf } from './rank-of.ts';
import type { WarmModel } from './warm-model.ts';

export interface ScoreModelsOptions {
  readonly suitable: Suitable;
  readonly requirements: Requirements;
  readonly at: Date;
  /** What was learned about the models of the table, in points of ability by place. Default nothing. */
  readonly offsets?: Readonly<Float64Array> | undefined;
  readonly warm?: WarmModel | undefined;
}

/**
 * Gives each suitable model its loss, the chance of a right answer below zero, lowered by `caution` standard deviations,
 * and its rough cost. In the table's workspace and plain loops, because hundreds of models are scored for each call.
 */
export function scoreModels(
  options: ScoreModelsOptions,
  { caution, latencyUsdPerSecond }: Pick<Aim, 'caution' | 'latencyUsdPerSecond'>,
): void {
  scoreLosses(options, caution);
  scoreCosts(options);
  if (latencyUsdPerSecond > 0) addWaiting(options, latencyUsdPerSecond);
}

function scoreLosses(
  { suitable, requirements, offsets }: ScoreModelsOptions,
  caution: number,
): void {
  const { table, size } = suitable;
  const { places, losses } = table.workspace;
  const kind = abilityKindOf(requirements.task);
  const lifts = table.lifts[kind];
  const sureness = table.sureness[kind];
  const hardness = hardnessOf(requirements.difficulty);
  for (let rank = 0; rank < size; rank += 1) {
    const place = places[rank]!;
    losses[rank] = -sureness[place]! * (lifts[place]! + hardness);
  }
  if (isChinese(requirements)) addPoints(suitable, kind, table.chineseLifts);
  if (caution !== 0) addPoints(suitable, kind, table.sigmas[kind], -caution);
  if (offsets !== undefined) addPoints(suitable, kind, offsets);
}

function isChinese({ language }: Requirements): boolean {
  return language === 'zh-Hans' || language === 'zh-Hant';
}

/** Moves each model's chance by points of ability, `times` so many. */
function addPoints(
  { table, size }: Suitable,
  kind: AbilityKind,
  points: Readonly<Float64Array>,
  times = 1,
): void {
  const { places, losses } = table.workspace;
  const sureness = table.sureness[kind];
  const logitPerPoint = LOGIT_PER_POINT * times;
  for (let rank = 0; rank < size; rank += 1) {
    const place = places[rank]!;
    losses[rank]! -= sureness[place]! * logitPerPoint * points[place]!;
  }
}

function scoreCosts({ suitable, requirements, at, warm }: ScoreModelsOptions): void {
  const { table, size } = suitable;
  const { input, output, request } = table;
  const { places, costs } = table.workspace;
  const inputTokens = requirements.inputTokens.expected;
  const outputTokens = requirements.outputTokens.expected;
  for (let rank = 0; rank < size; rank += 1) {
    const place = places[rank]!;
    costs[rank] = inputTokens * input[place]! + outputTokens * output[place]! + request[place]!;
  }
  const call = { inputTokens, outputTokens, at };
  if (inputTokens > table.allHoldUpTo) repriceLong(suitable, call);
  if (warm !== undefined) discountWarm(suitable, call, warm);
}

/** Prices models whose rates do not hold for a prompt of this size, or change by the hour. */
function repriceLong(suitable: Suitable, call: PricedCall): void {
  const { holdsUpTo, workspace } = suitable.table;
  const { places, costs } = workspace;
  for (let rank = 0; rank < suitable.size; rank += 1) {
    if (call.inputTokens > holdsUpTo[places[rank]!]!) costs[rank] = costAt(suitable, rank, call);
  }
}

/** The warm model's cached tokens cost what its cache asks. */
function discountWarm(suitable: Suitable, call: PricedCall, warm: WarmModel): void {
  const rank = rankOf(suitable, warm.modelId);
  const { cachedInputTokens } = warm;
  if (rank >= 0)
    suitable.table.workspace.costs[rank] = costAt(suitable, rank, { ...call, cachedInputTokens });
}

function costAt(suitable: Suitable, rank: number, call: PricedCall): number {
  const { model, roughPrice } = modelAt(suitable, rank);
  const cost = roughCost(model, roughPrice, call);
  // A price that is not known at this hour is nobody's bargain, and NaN would win every comparison that it does not lose.
  return Number.isNaN(cost) ? Number.POSITIVE_INFINITY : cost;
}

/** Time that is waited for an answer of the expected length costs too; time that nobody has measured does not. */
function addWaiting({ suitable, requirements }: ScoreModelsOptions, usdPerSecond: number): void {
  const { firstTokenSeconds, secondsPerToken, workspace } = suitable.table;
  const { places, costs } = workspace;
  const tokens = requirements.outputTokens.expected;
  for (let rank = 0; rank < suitable.size; rank += 1) {
    const place = places[rank]!;
    costs[rank]! += usdPerSecond * (firstTokenSeconds[place]! + tokens * secondsPerToken[place]!);
  }
}
