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
  const said = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    const before = said.get(group) ?? [];
    for (const [distance, weight] of weights.entries()) {
      const neighbour = before.at(-1 - distance);
      if (neighbour === undefined) break;
      smoothed[index] = (smoothed[index] ?? 0) + weight * (scores[neighbour] ?? 0);
      smoothed[neighbour] = (smoothed[neighbour] ?? 0) + weight * (scores[index] ?? 0);
    }
    said.set(group, [...before.slice(1 - weights.length), index]);
  }
  return smoothed;
}
