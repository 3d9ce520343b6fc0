export interface SmoothScoresOptions {
  readonly scores: readonly number[];
  /** The conversation of each score, in the order in which things were said. */
  readonly groups: readonly string[];
  /** How much of its neighbours' scores each one gains. */
  readonly weight: number;
}

/** Lends each score a part of those beside it: an answer stands next to the words that were asked. */
export function smoothScores({ scores, groups, weight }: SmoothScoresOptions): number[] {
  const smoothed = [...scores];
  const last = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    const before = last.get(group);
    last.set(group, index);
    if (before === undefined) continue;
    smoothed[index] = (smoothed[index] ?? 0) + weight * (scores[before] ?? 0);
    smoothed[before] = (smoothed[before] ?? 0) + weight * (scores[index] ?? 0);
  }
  return smoothed;
}
