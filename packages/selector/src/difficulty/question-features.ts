import { BUCKETS } from '../text/bucket-of.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import { RULE_FEATURES, ruleFeatures } from './rule-features.ts';

/** Length of a question's feature vector: the rule features, then the word buckets. */
export const QUESTION_FEATURES: number = RULE_FEATURES.length + BUCKETS;

/** How strongly rules and words enter a fit; chosen by leaving one data set out, never on the reported one. */
export interface FeatureScales {
  readonly rule: number;
  readonly word: number;
}

/** A question as one vector for fitting: rule features, then its words, length-normalised. */
export function questionFeatures(reading: TextReading, scales: FeatureScales): SparseVector {
  const rules = ruleFeatures(reading);
  const words = wordValues(reading);
  return {
    places: [...rules.keys(), ...Array.from(reading.grams, (gram) => rules.length + gram)],
    values: [
      ...rules.map((value) => value * scales.rule),
      ...Array.from(words, (value) => value * scales.word),
    ],
  };
}

/** The weight of each word of a reading: 1 + log(count), scaled so that the squares sum to 1. */
export function wordValues({ gramCounts }: TextReading): Readonly<Float64Array> {
  const values = Float64Array.from(gramCounts, (count) => 1 + Math.log(count));
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return values.map((value) => value / norm);
}
