import { logistic } from '../ability/success.ts';
import type { Goal, Profile } from './goal.ts';

/** A goal in numbers. */
export interface Aim {
  /** The chance that has to be reached; 0 asks for the cheapest, 1 for the ablest. */
  readonly target: number;
  /** How many standard deviations the ability is lowered by before it is compared. */
  readonly caution: number;
  /** `null`: cheapest at the target. Otherwise what a right answer is worth in USD. */
  readonly valueUsd: number | null;
  /** What a second of waiting adds to the cost that is compared. */
  readonly latencyUsdPerSecond: number;
}

/** Chances that a profile asks for. */
const TARGETS: Readonly<Record<Profile, number>> = {
  // No free model costs less than another, so only ability decides.
  'free-only': 1,
  cheapest: 0.7,
  balanced: 0.9,
  quality: 0.97,
};

/** The step of the dial in the logit of the target: 0 is a coin, 5 is nine of ten, 10 is the ablest there is. */
const LOGIT_PER_NOTCH = 0.44;

/** Reads a goal; the most exact member decides. */
export function aimOf(goal: Goal): Aim {
  const { profile = 'balanced', target, confidence, dial, valueUsd, latencyUsdPerSecond } = goal;
  return {
    target: target ?? (dial === undefined ? TARGETS[profile] : targetOfDial(dial)),
    caution: confidence === undefined ? 0 : normalQuantile(confidence),
    valueUsd: valueUsd === undefined ? null : Number(valueUsd),
    latencyUsdPerSecond: Number(latencyUsdPerSecond ?? 0),
  };
}

function targetOfDial(dial: number): number {
  if (dial <= 0) return 0;
  return dial >= 10 ? 1 : logistic(LOGIT_PER_NOTCH * dial);
}

/** The quantile of the normal distribution by a logistic approximation; its error of 0.02 is far below that of any ability. */
export function normalQuantile(share: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, share));
  const odds = Math.log(bounded / (1 - bounded));
  return odds / (1.5976 + 0.07056 * (odds / 1.6) ** 2);
}
