import { expectedSteps } from '../difficulty/expected-steps.ts';
import { RULE_FEATURES, ruleFeatures } from '../difficulty/rule-features.ts';
import type { TextReading } from '../text/text-reading.ts';

/** How many plain columns a question has beside its words. */
export const GAIN_COLUMNS: number = RULE_FEATURES.length + 3;

/**
 * How strongly each column enters a fit, once it is standardised: the size of a question and its steps nearly freely, because
 * inside one kind of question they say most; the rules, of which there are many, less.
 */
export const COLUMN_SCALES: readonly number[] = [...RULE_FEATURES.map(() => 0.5), 1, 1, 1];

/** A question's plain columns: the rule features, its tokens, their logarithm, the steps it seems to take. */
export function gainColumns(reading: TextReading): readonly number[] {
  const { questionTokens } = reading;
  return [
    ...ruleFeatures(reading),
    questionTokens / 100,
    Math.log1p(questionTokens),
    expectedSteps(reading),
  ];
}
