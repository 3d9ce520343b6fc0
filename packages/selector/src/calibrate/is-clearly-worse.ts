import type { CalibrationSample } from './calibration.ts';

/** Standard errors of the difference; the normal quantile of 95 %. */
const SURE = 1.645;

/**
 * Whether a score orders the samples clearly worse than another, at 95 % one-sided. A fit is centred
 * on the shipped score and shrunk, so it is given the benefit of the doubt: asking it to win outright throws away most of
 * what 25 labels teach (APGR .724 instead of .776 on mixed traffic, `scripts/eval-calibrate.ts`).
 */
export function isClearlyWorse(
  samples: readonly Pick<CalibrationSample, 'weak' | 'strong'>[],
  scores: readonly number[],
  others: readonly number[],
): boolean {
  const [ranks, otherRanks] = [ranksOf(scores), ranksOf(others)];
  const differences = samples.map(
    ({ weak, strong }, place) => (strong - weak) * (otherRanks[place]! - ranks[place]!),
  );
  const total = differences.reduce((sum, value) => sum + value, 0);
  const squares = differences.reduce((sum, value) => sum + value ** 2, 0);
  return total < -SURE * Math.sqrt(squares);
}

/** The place of each score, the highest first. */
function ranksOf(scores: readonly number[]): number[] {
  const order = [...scores.keys()].toSorted((one, other) => scores[other]! - scores[one]!);
  const ranks = scores.map(() => 0);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return ranks;
}
