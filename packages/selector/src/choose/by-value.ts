import { logistic } from '../ability/success.ts';
import type { Suitable } from '../filter/suitable.ts';
import type { PickedModel } from './picked-model.ts';
import { takeBest } from './take-best.ts';

/** The models whose chance times value minus cost is highest. */
export function byValue(suitable: Suitable, valueUsd: number, count: number): PickedModel[] {
  const { losses, costs, keys } = suitable.table.workspace;
  for (let rank = 0; rank < suitable.size; rank += 1)
    keys[rank] = costs[rank]! - logistic(-losses[rank]!) * valueUsd;
  const taken = takeBest({ suitable, count, keys, ties: costs });
  return taken.map((rank) => ({
    rank,
    reason: `worth $${(-keys[rank]!).toPrecision(3)} at $${valueUsd} for a right answer`,
  }));
}
