import { learnedScore } from '../difficulty/learned-score.ts';
import { readText } from '../text/read-text.ts';
import type { Calibration } from './calibration.ts';
import { routeByCalibration } from './route-by-calibration.ts';

/** How many calls the strong model may get. */
export interface BudgetThresholdOptions {
  /** The share of calls that may go to the strong model, 0 … 1. */
  readonly strongShare: number;
  /** Default: the shipped score without a correction. */
  readonly calibration?: Calibration | undefined;
}

/**
 * The score from which on this share of your prompts lies: a call budget, found without any label. 200 prompts fix a half
 * within three to five points.
 */
export function budgetThreshold(
  prompts: readonly string[],
  { strongShare, calibration }: BudgetThresholdOptions,
): number {
  const scores = prompts.map((prompt) =>
    calibration === undefined
      ? learnedScore(readText(prompt))
      : routeByCalibration(calibration, prompt).score,
  );
  const sorted = scores.toSorted((one, other) => other - one);
  const strong = Math.round(strongShare * sorted.length);
  return strong === 0 ? Number.MAX_VALUE : (sorted[strong - 1] ?? Number.NEGATIVE_INFINITY);
}
