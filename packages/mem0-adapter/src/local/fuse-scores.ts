/** Half of each, after stretching both to 0…1: their scales have nothing in common. */
export function fuseScores(one: readonly number[], other: readonly number[]): number[] {
  const left = stretch(one);
  const right = stretch(other);
  return left.map((score, index) => (score + (right[index] ?? 0)) / 2);
}

function stretch(scores: readonly number[]): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  // Equal scores tell nothing apart, but something that scores is still something.
  if (high === low) return scores.map((score) => (score > 0 ? 1 : 0));
  return scores.map((score) => (score - low) / (high - low));
}
