import { byTarget, type ByTargetOptions } from './by-target.ts';
import type { PickedModel } from './picked-model.ts';
import type { ScoredModels } from './scored-models.ts';

/**
 * The cheapest model at the target, then the cheapest at twice the certainty, and so on: what an escalation should ask next. Each
 * from another vendor as long as there is one.
 */
export function bySteps(
  scored: ScoredModels,
  target: number,
  options: ByTargetOptions,
): PickedModel[] {
  const taken: PickedModel[] = [];
  let wanted = target;
  while (taken.length < options.count) {
    const left = withoutTaken(scored, taken);
    const [next] = byTarget(left, wanted, { ...options, count: 1 });
    if (next === undefined) break;
    taken.push({ rank: scored.places.indexOf(left.places[next.rank]!), reason: next.reason });
    wanted = 1 - (1 - wanted) / 2;
  }
  return taken;
}

/** What is left, without the vendors that were taken where others are left. */
function withoutTaken(scored: ScoredModels, taken: readonly PickedModel[]): ScoredModels {
  const ranks = [...scored.places.keys()].filter(
    (rank) => !taken.some((pick) => pick.rank === rank),
  );
  const vendorAt = (rank: number): number => scored.table.vendors[scored.places[rank]!]!;
  const used = new Set(taken.map(({ rank }) => vendorAt(rank)));
  const others = ranks.filter((rank) => !used.has(vendorAt(rank)));
  return keepRanks(scored, others.length > 0 ? others : ranks);
}

function keepRanks(
  { table, places, chances, costs }: ScoredModels,
  ranks: readonly number[],
): ScoredModels {
  return {
    table,
    places: ranks.map((rank) => places[rank]!),
    chances: Float64Array.from(ranks, (rank) => chances[rank]!),
    costs: Float64Array.from(ranks, (rank) => costs[rank]!),
  };
}
