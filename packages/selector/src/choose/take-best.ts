import type { Suitable } from '../filter/suitable.ts';

export interface TakeBestOptions {
  readonly suitable: Suitable;
  readonly count: number;
  /** What is compared, by rank: the least is best. */
  readonly keys: Readonly<Float64Array>;
  /** Decides between equal keys, likewise; between equal ones of these the id decides. */
  readonly ties: Readonly<Float64Array>;
  /** Only ranks whose loss lies above the one and is at most the other. Default all. */
  readonly above?: number | undefined;
  readonly atMost?: number | undefined;
  /** 1 for each rank that must not be taken. Default none. */
  readonly barred?: Readonly<Uint8Array> | undefined;
}

/**
 * The `count` ranks with the least keys, where each next one comes from a vendor not used yet as long as there is one: one
 * vendor's outage then costs one attempt. Scans instead of sorting, because few are wanted of many.
 */
export function takeBest(options: TakeBestOptions): number[] {
  const taken: number[] = [];
  let left = findBestByVendor(options, taken);
  while (taken.length < options.count && left > 0) {
    const before = taken.length;
    takeRound(options, taken);
    left -= taken.length - before;
    if (taken.length < options.count && left > 0) findBestByVendor(options, taken);
  }
  return taken;
}

/** Takes from the best of each vendor the best, in their order, until there are enough or each vendor has served. */
function takeRound(options: TakeBestOptions, taken: number[]): void {
  const { bests } = options.suitable.table.workspace;
  const first = taken.length;
  for (const rank of bests) {
    if (rank < 0) continue;
    let place = Math.min(taken.length, options.count - 1);
    if (place < taken.length && !isBetter(options, rank, taken[place]!)) continue;
    for (; place > first && isBetter(options, rank, taken[place - 1]!); place -= 1)
      taken[place] = taken[place - 1]!;
    taken[place] = rank;
  }
}

/** Finds each vendor's best that is not taken yet, and returns how many ranks there were to choose from. */
function findBestByVendor(options: TakeBestOptions, taken: readonly number[]): number {
  const { keys, barred, suitable } = options;
  const { above = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = options;
  const { vendors, workspace } = suitable.table;
  const { bests, losses, places } = workspace;
  bests.fill(-1);
  let found = 0;
  for (let rank = 0; rank < suitable.size; rank += 1) {
    if (!(losses[rank]! <= atMost && losses[rank]! > above)) continue;
    if (barred !== undefined && barred[rank] === 1) continue;
    if (taken.length > 0 && taken.includes(rank)) continue;
    found += 1;
    const vendor = vendors[places[rank]!]!;
    const best = bests[vendor]!;
    if (best >= 0 && keys[rank]! > keys[best]!) continue;
    if (best >= 0 && !isBetter(options, rank, best)) continue;
    bests[vendor] = rank;
  }
  return found;
}

function isBetter({ keys, ties, suitable }: TakeBestOptions, one: number, other: number): boolean {
  if (keys[one] !== keys[other]) return keys[one]! < keys[other]!;
  if (ties[one] !== ties[other]) return ties[one]! < ties[other]!;
  const { idOrder, workspace } = suitable.table;
  return idOrder[workspace.places[one]!]! < idOrder[workspace.places[other]!]!;
}
