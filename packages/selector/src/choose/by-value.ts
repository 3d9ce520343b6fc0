import { logistic } from '../ability/success.ts';
import type { PickedModel } from './picked-model.ts';
import type { ScoredModels } from './scored-models.ts';
import { takeBest } from './take-best.ts';
import { isBefore, vendorsOf } from './vendor-order.ts';

/** The models whose chance times value minus cost is highest. */
export function byValue(scored: ScoredModels, valueUsd: number, count: number): PickedModel[] {
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
