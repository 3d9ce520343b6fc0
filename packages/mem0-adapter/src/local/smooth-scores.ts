export interface SmoothScoresOptions {
  readonly scores: readonly number[];
  /** The conversation of each score, in the order in which things were said. */
  readonly groups: readonly string[];
  /** How much of its neighbours' scores each one gains: of those beside it, of those one further, and so on. */
  readonly weights: readonly number[];
}

/** Lends each score a part of those around it: an answer stands near the words that were asked. */
export function smoothScores({ scores, groups, weights }: SmoothScoresOptions): number[] {
  const smoothed = [...scores];
  const lastOf = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    // The nearest first.
    const before = lastOf.get(group) ?? [];
    for (const [distance, neighbour] of before.entries()) {
      const weight = weights[distance] ?? 0;
      smoothed[index] = (smoothed[index] ?? 0) + weight * (scores[neighbour] ?? 0);
      smoothed[neighbour] = (smoothed[neighbour] ?? 0) + weight * (scores[index] ?? 0);
    }
    before.unshift(index);
    if (before.length > weights.length) before.pop();
    lastOf.set(group, before);
  }
  return smoothed;
}
