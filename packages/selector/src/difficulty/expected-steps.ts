import { BUCKETS } from '../text/bucket-of.ts';
import type { TextReading } from '../text/text-reading.ts';
import { STEP_FORMS, stepForms, wordPlace } from './step-features.ts';
import { STEP_FORM_WEIGHTS, STEP_INTERCEPT, STEP_WORD_WEIGHTS } from './step-weights.generated.ts';

/** Weight of each word bucket; nearly all are 0. */
const WEIGHT_AT = new Float64Array(BUCKETS);
for (const [word, weight] of Object.entries(STEP_WORD_WEIGHTS)) WEIGHT_AT[wordPlace(word)] = weight;

/**
 * How many steps of calculation a word problem seems to take. A direction along which a weak model's errors often lie: it
 * orders word problems among each other, and `calibrate` finds out what it is worth on your traffic.
 */
export function expectedSteps(reading: TextReading): number {
  const forms = stepForms(reading);
  let steps = STEP_INTERCEPT;
  for (const [place, form] of STEP_FORMS.entries())
    steps += STEP_FORM_WEIGHTS[form] * (forms[place] ?? 0);
  const { grams, gramCounts } = reading;
  for (let index = 0; index < grams.length; index += 1) {
    const weight = WEIGHT_AT[grams[index]!]!;
    if (weight !== 0) steps += weight * Math.log1p(gramCounts[index]!);
  }
  return steps;
}
