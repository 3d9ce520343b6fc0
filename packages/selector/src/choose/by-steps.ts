import type { Suitable } from '../filter/suitable.ts';
import { byTarget, type ByTargetOptions } from './by-target.ts';
import type { PickedModel } from './picked-model.ts';

/**
 * The cheapest model at the target, then the cheapest at twice the certainty, and so on: what an escalation should ask next. Each
 * from another vendor as long as there is one.
 */
export function bySteps(target: number, options: ByTargetOptions): PickedModel[] {
  const taken: PickedModel[] = [];
  let wanted = target;
  while (taken.length < options.count) {
    const barred = barredBy(taken, options.suitable);
    const [next] = byTarget(wanted, { ...options, barred, count: 1 });
    if (next === undefined) break;
    taken.push(next);
    wanted = 1 - (1 - wanted) / 2;
  }
  return taken;
}

/** What was taken, and everything else of the same vendors while others have something left. */
function barredBy(taken: readonly PickedModel[], { table, size }: Suitable): Uint8Array {
  const vendorAt = (rank: number): number => table.vendors[table.workspace.places[rank]!]!;
  const used = new Set(taken.map(({ rank }) => vendorAt(rank)));
  const barred = Uint8Array.from({ length: size }, (_, rank) => (used.has(vendorAt(rank)) ? 1 : 0));
  if (barred.includes(0)) return barred;
  barred.fill(0);
  for (const { rank } of taken) barred[rank] = 1;
  return barred;
}
