import { logit } from '../ability/success.ts';
import type { PickedModel } from './picked-model.ts';
import type { ScoreModelsOptions } from './score-models.ts';
import { rankOf, type ScoredModels } from './scored-models.ts';
import { takeBest } from './take-best.ts';
import { isBefore, vendorsOf } from './vendor-order.ts';

export interface ByTargetOptions extends ScoreModelsOptions {
  readonly count: number;
}

/** The cheapest models that reach the target, then the ablest of the rest. */
export function byTarget(
  scored: ScoredModels,
  target: number,
  options: ByTargetOptions,
): PickedModel[] {
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
  { requirements: { task, difficulty } }: ByTargetOptions,
): PickedModel[] {
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
function floorOf(scored: ScoredModels, { requirements, warm }: ByTargetOptions): number {
  if (!requirements.agentStep || warm === undefined) return Number.NEGATIVE_INFINITY;
  const began = rankOf(scored, warm.modelId);
  return scored.chances[began] ?? Number.NEGATIVE_INFINITY;
}
