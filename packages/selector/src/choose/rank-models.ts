import { logistic, logit } from '../ability/success.ts';
import { aimOf } from './aim-of.ts';
import type { Candidate } from './candidate.ts';
import { candidateOf } from './candidate-of.ts';
import type { Goal } from './goal.ts';
import { type ScoreModelsOptions, scoreModels } from './score-models.ts';
import { modelAt, type ScoredModels } from './scored-models.ts';
import { takeBest } from './take-best.ts';

export interface RankModelsOptions extends ScoreModelsOptions {
  readonly goal: Goal;
  /** Ids in the caller's own order; they are kept in it. */
  readonly preferred?: readonly string[] | undefined;
  readonly count: number;
  /** Each next candidate halves the chance of failure that is allowed, instead of being the next cheapest. */
  readonly escalating?: boolean | undefined;
}

export interface Ranking {
  readonly target: number;
  readonly candidates: readonly Candidate[];
}

/** A rank among the scored models, and why it was taken. */
interface Pick {
  readonly rank: number;
  readonly reason: string;
}

/**
 * Orders suitable models: those that reach the target by cost, then the rest by their chance. With a value, by value times
 * chance minus cost.
 */
export function rankModels(options: RankModelsOptions): Ranking {
  const { target, caution, valueUsd } = aimOf(options.goal);
  const scored = scoreModels(options, caution);
  const picks =
    options.preferred !== undefined
      ? inCallersOrder(scored, options.preferred, options.count)
      : valueUsd === null
        ? (options.escalating === true ? bySteps : byTarget)(scored, target, options)
        : byValue(scored, valueUsd, options.count);
  return { target, candidates: picks.map((pick) => candidateOf(scored, pick, options)) };
}

function byTarget(scored: ScoredModels, target: number, options: RankModelsOptions): Pick[] {
  const { chances, costs } = scored;
  const wanted = target <= 0 ? Number.NEGATIVE_INFINITY : logit(target);
  const [above, below] = split(chances, Math.max(wanted, floorOf(scored, options)));
  const able = takeBest({
    ...vendorsOf(scored),
    ranks: above,
    count: options.count,
    keys: costs,
    isBefore: (one, other) => isBefore(scored, chances[other]! - chances[one]!, one, other),
  });
  const left = options.count - able.length;
  const rest = left === 0 ? [] : takeAblest(scored, below, left);
  return explainTarget(able, rest, target, options);
}

/** The cheapest at the target, then the cheapest at twice the certainty, and so on: what an escalation should ask next. */
function bySteps(scored: ScoredModels, target: number, options: RankModelsOptions): Pick[] {
  const taken: Pick[] = [];
  let wanted = target;
  while (taken.length < options.count) {
    const left = without(scored, taken);
    const [next] = byTarget(left, wanted, { ...options, count: 1 });
    if (next === undefined) break;
    taken.push({ rank: scored.places.indexOf(left.places[next.rank]!), reason: next.reason });
    wanted = 1 - (1 - wanted) / 2;
  }
  return taken;
}

/** The models that are not taken yet. */
function without(scored: ScoredModels, taken: readonly Pick[]): ScoredModels {
  const left = [...scored.places.keys()].filter(
    (rank) => !taken.some((pick) => pick.rank === rank),
  );
  return {
    table: scored.table,
    places: left.map((rank) => scored.places[rank]!),
    chances: Float64Array.from(left, (rank) => scored.chances[rank]!),
    costs: Float64Array.from(left, (rank) => scored.costs[rank]!),
  };
}

function takeAblest(scored: ScoredModels, ranks: readonly number[], count: number): number[] {
  const { chances, costs } = scored;
  return takeBest({
    ...vendorsOf(scored),
    ranks,
    count,
    keys: negated(chances),
    isBefore: (one, other) => isBefore(scored, costs[one]! - costs[other]!, one, other),
  });
}

/** A loop, because a typed array's `map` costs several times as much here. */
function negated(values: Readonly<Float64Array>): Float64Array {
  const result = new Float64Array(values.length);
  for (let rank = 0; rank < values.length; rank += 1) result[rank] = -values[rank]!;
  return result;
}

/** Ranks at or above a chance, and those below it. */
function split(chances: Readonly<Float64Array>, least: number): [above: number[], below: number[]] {
  const [above, below]: [number[], number[]] = [[], []];
  for (let rank = 0; rank < chances.length; rank += 1) {
    if (chances[rank]! >= least) above.push(rank);
    else below.push(rank);
  }
  return [above, below];
}

function explainTarget(
  able: readonly number[],
  rest: readonly number[],
  target: number,
  { requirements: { task, difficulty } }: RankModelsOptions,
): Pick[] {
  const need = `${(target * 100).toFixed(0)} % of ${task} calls at difficulty ${difficulty.toFixed(2)}`;
  return [
    ...able.map((rank, place) => ({
      rank,
      reason: `${place === 0 ? 'cheapest' : 'next cheapest, other vendors first,'} that should get ${need} right`,
    })),
    ...rest.map((rank) => ({ rank, reason: `ablest left: fewer than ${need}` })),
  ];
}

/** Inside a tool loop nothing less able than the model that began it comes first. */
function floorOf(scored: ScoredModels, { requirements, warm }: RankModelsOptions): number {
  if (!requirements.agentStep || warm === undefined) return Number.NEGATIVE_INFINITY;
  const began = rankOf(scored, warm.modelId);
  return scored.chances[began] ?? Number.NEGATIVE_INFINITY;
}

function byValue(scored: ScoredModels, valueUsd: number, count: number): Pick[] {
  const { chances, costs } = scored;
  const keys = chances.map((chance, rank) => costs[rank]! - logistic(chance) * valueUsd);
  const taken = takeBest({
    ...vendorsOf(scored),
    ranks: [...keys.keys()],
    count,
    keys,
    isBefore: (one, other) => isBefore(scored, costs[one]! - costs[other]!, one, other),
  });
  return taken.map((rank) => ({
    rank,
    reason: `worth $${(-keys[rank]!).toPrecision(3)} at $${valueUsd} for a right answer`,
  }));
}

function inCallersOrder(scored: ScoredModels, preferred: readonly string[], count: number): Pick[] {
  return [...new Set(preferred)]
    .map((id) => rankOf(scored, id))
    .filter((rank) => rank >= 0)
    .slice(0, count)
    .map((rank) => ({ rank, reason: 'asked for by the caller' }));
}

function rankOf({ table, places }: ScoredModels, modelId: string): number {
  return places.findIndex((place) => table.models[place]!.model.id === modelId);
}

function vendorsOf({ table, places }: ScoredModels): {
  vendorOf: (rank: number) => number;
  vendorCount: number;
} {
  return { vendorOf: (rank) => table.vendors[places[rank]!]!, vendorCount: table.vendorCount };
}

/** A second comparison, then the id, so that the order of the catalogue never shows. */
function isBefore(scored: ScoredModels, difference: number, one: number, other: number): boolean {
  if (difference !== 0) return difference < 0;
  return modelAt(scored, one).model.id < modelAt(scored, other).model.id;
}
