import { decodeBytes } from '../difficulty/decode-bytes.ts';
import {
  type FeatureScales,
  QUESTION_FEATURES,
  questionFeatures,
} from '../difficulty/question-features.ts';
import { RULE_FEATURES } from '../difficulty/rule-features.ts';
import { fitRidge } from '../linear/fit-ridge.ts';
import { dot, type SparseVector } from '../linear/sparse-vector.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { Calibration } from './calibration.ts';

/** A sample whose question has been read. */
export interface ReadSample {
  readonly reading: TextReading;
  /** The shipped score of the question. */
  readonly prior: number;
  readonly weak: number;
  readonly strong: number;
}

/** A linear correction of the shipped score, in units of gain. */
export interface GainModel {
  readonly slope: number;
  readonly weights: Readonly<Float64Array>;
}

/** Strong shrinking: below about a hundred labels an unshrunk fit loses to the shipped score. */
const RIDGE = 30;
const SCALES: FeatureScales = { rule: 0.5, word: 3 };

/** The shipped score keeps this many imaginary samples of its usual slope. */
const PRIOR_SAMPLES = 40;
const USUAL_SLOPE = 0.06;

/** Fits what the strong model gains: the slope of the shipped score, then a ridge on what is left. */
export function fitGain(samples: readonly ReadSample[]): GainModel {
  const gains = samples.map(({ weak, strong }) => strong - weak);
  const slope = shrunkSlope(samples, gains);
  const { weights } = fitRidge({
    rows: samples.map(({ reading }) => questionFeatures(reading, SCALES)),
    targets: gains.map((gain, place) => gain - slope * samples[place]!.prior),
    ridge: RIDGE,
    size: QUESTION_FEATURES,
  });
  return { slope, weights };
}

/** The expected gain of a question, up to a constant. */
export function gainOf(
  { slope, weights }: GainModel,
  sample: Pick<ReadSample, 'reading' | 'prior'>,
): number {
  return slope * sample.prior + dot(vectorOf(sample.reading), weights);
}

/** What the correction alone adds. */
export function correctionOf({ weights }: GainModel, reading: TextReading): number {
  return dot(vectorOf(reading), weights);
}

/** The model of a stored calibration. */
export function gainModelOf({ slope, rules, words, step }: Calibration): GainModel {
  const bytes = decodeBytes(words);
  return {
    slope,
    weights: Float64Array.from([...rules, ...Array.from(bytes, (byte) => byte * step)]),
  };
}

/** The members of a calibration that hold a model. */
export function storedGain({
  slope,
  weights,
}: GainModel): Pick<Calibration, 'slope' | 'rules' | 'words' | 'step'> {
  const words = weights.slice(RULE_FEATURES.length);
  const step = words.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const bytes = Int8Array.from(words, (weight) => Math.round(weight / step));
  return {
    slope,
    rules: Array.from(weights.slice(0, RULE_FEATURES.length), (weight) =>
      Number(weight.toFixed(5)),
    ),
    words: btoa(String.fromCharCode(...new Uint8Array(bytes.buffer))),
    step,
  };
}

function vectorOf(reading: TextReading): SparseVector {
  return questionFeatures(reading, SCALES);
}

function shrunkSlope(samples: readonly ReadSample[], gains: readonly number[]): number {
  const meanPrior = mean(samples.map(({ prior }) => prior));
  const meanGain = mean(gains);
  let covariance = PRIOR_SAMPLES * USUAL_SLOPE;
  let variance = PRIOR_SAMPLES;
  for (const [place, { prior }] of samples.entries()) {
    covariance += (prior - meanPrior) * (gains[place]! - meanGain);
    variance += (prior - meanPrior) ** 2;
  }
  return Math.max(0.01, covariance / variance);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
