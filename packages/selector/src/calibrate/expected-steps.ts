import type { TextReading } from '../text/text-reading.ts';
import { STEP_FORMS, stepForms, wordPlace } from './step-features.ts';
import { STEP_FORM_WEIGHTS, STEP_INTERCEPT, STEP_WORD_WEIGHTS } from './step-weights.generated.ts';

/** Weight of each word bucket; nearly all are 0. */
const WEIGHT_AT = new Map(
  Object.entries(STEP_WORD_WEIGHTS).map(([word, weight]) => [wordPlace(word), weight]),
);

/**
 * How many steps of calculation a word problem seems to take. A direction along which a weak model's errors often lie; what
 * it is worth on your traffic is for `calibrate` to find out.
 */
export function expectedSteps(reading: TextReading): number {
  const forms = stepForms(reading);
  let steps = STEP_INTERCEPT;
  for (const [place, form] of STEP_FORMS.entries())
    steps += STEP_FORM_WEIGHTS[form] * (forms[place] ?? 0);
  for (const [index, bucket] of reading.grams.entries())
    steps += (WEIGHT_AT.get(bucket) ?? 0) * Math.log1p(reading.gramCounts[index] ?? 0);
  return steps;
}
