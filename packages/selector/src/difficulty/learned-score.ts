import type { TextReading } from '../text/text-reading.ts';
import { RULE_FEATURES, ruleFeatures } from './rule-features.ts';
import { stepsScore } from './steps-score.ts';
import { INTERCEPT, RULE_WEIGHTS } from './weights.generated.ts';
import { wordScore } from './word-score.ts';

/** The trained score of a question alone: 0 for an average exam question, deviations of such questions as its unit. */
export function learnedScore(reading: TextReading): number {
  return ruleFeatures(reading).reduce(
    (sum, value, place) => sum + value * RULE_WEIGHTS[RULE_FEATURES[place]!],
    INTERCEPT + wordScore(reading) + stepsScore(reading),
  );
}
