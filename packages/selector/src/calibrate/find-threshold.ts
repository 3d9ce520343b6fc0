import { normalQuantile } from '../choose/aim-of.ts';
import type { CalibrationSample } from './calibration.ts';

export interface FindThresholdOptions {
  readonly samples: readonly Pick<CalibrationSample, 'weak' | 'strong'>[];
  /** One for each sample, by models that have not seen it. */
  readonly scores: readonly number[];
  /** The part of the strong model's quality that has to be kept. */
  readonly target: number;
  readonly confidence: number;
}

export interface Threshold {
  /** `null`: everything goes to the strong model. */
  readonly threshold: number | null;
  readonly strongShare: number;
}

/** Shares are tested in steps of this size, from everything strong downward. */
const STEP = 0.02;

/**
 * The cheapest threshold that keeps the target with this confidence, by a fixed-sequence test: from everything strong
 * downward, stop at the first share whose lower bound fails. Testing all shares and taking the cheapest that passes
 * would keep the promise far too seldom.
 */
export function findThreshold({
  samples,
  scores,
  target,
  confidence,
}: FindThresholdOptions): Threshold {
  const order = [...scores.keys()].toSorted((one, other) => scores[other]! - scores[one]!);
  const deviations = normalQuantile(confidence);
  let kept = samples.length;
  for (let share = 1 - STEP; share >= -1e-9; share -= STEP) {
    const strong = Math.round(share * samples.length);
    if (strong < kept && !holds(order, samples, strong, target, deviations)) break;
    kept = strong;
  }
  const last = order[kept - 1];
  return {
    threshold:
      kept === samples.length ? null : last === undefined ? Number.MAX_VALUE : scores[last]!,
    strongShare: kept / Math.max(1, samples.length),
  };
}

/** Whether the lower bound of (quality − target · strong quality) is above zero when the first `strong` go there. */
function holds(
  order: readonly number[],
  samples: FindThresholdOptions['samples'],
  strong: number,
  target: number,
  deviations: number,
): boolean {
  const margins = order.map((place, rank) => {
    const sample = samples[place]!;
    return (rank < strong ? sample.strong : sample.weak) - target * sample.strong;
  });
  const mean = margins.reduce((sum, margin) => sum + margin, 0) / margins.length;
  const variance =
    margins.reduce((sum, margin) => sum + (margin - mean) ** 2, 0) /
    Math.max(1, margins.length - 1);
  return mean - deviations * Math.sqrt(variance / margins.length) >= 0;
}
