export interface TakeBestOptions {
  /** The ranks that may be taken. */
  readonly ranks: readonly number[];
  readonly count: number;
  /** What is compared, by rank: the least is best. */
  readonly keys: Readonly<Float64Array>;
  /** Decides between equal keys. */
  readonly isBefore: (one: number, other: number) => boolean;
  /** The vendor's number by rank, below `vendorCount`. */
  readonly vendorOf: (rank: number) => number;
  readonly vendorCount: number;
}

/**
 * The `count` ranks with the least keys, where each next one comes from a vendor not used yet as long as there is one: one
 * vendor's outage then costs one attempt. Scans instead of sorting, because few are wanted of many.
 */
export function takeBest(options: TakeBestOptions): number[] {
  const taken: number[] = [];
  while (taken.length < options.count) {
    const round = takeRound(options, taken);
    if (round.length === 0) break;
    taken.push(...round);
  }
  return taken;
}

/** One round: the best of each vendor, of those the best. */
function takeRound(options: TakeBestOptions, taken: readonly number[]): number[] {
  const bests = bestByVendor(options, taken);
  const round: number[] = [];
  while (round.length + taken.length < options.count) {
    let best = -1;
    for (const rank of bests) {
      if (rank >= 0 && !round.includes(rank) && isBetter(options, rank, best)) best = rank;
    }
    if (best < 0) break;
    round.push(best);
  }
  return round;
}

function bestByVendor(options: TakeBestOptions, taken: readonly number[]): Int32Array {
  const { ranks, keys, isBefore, vendorOf, vendorCount } = options;
  const bests = new Int32Array(vendorCount).fill(-1);
  for (let place = 0; place < ranks.length; place += 1) {
    const rank = ranks[place]!;
    const vendor = vendorOf(rank);
    const best = bests[vendor]!;
    const difference = best < 0 ? -1 : keys[rank]! - keys[best]!;
    if (difference > 0 || (difference === 0 && !isBefore(rank, best))) continue;
    if (!taken.includes(rank)) bests[vendor] = rank;
  }
  return bests;
}

function isBetter({ keys, isBefore }: TakeBestOptions, one: number, other: number): boolean {
  if (other < 0) return true;
  return keys[one] === keys[other] ? isBefore(one, other) : keys[one]! < keys[other]!;
}
