import { learnedScore } from '../difficulty/learned-score.ts';
import { QUESTION_FEATURES } from '../difficulty/question-features.ts';
import { readText } from '../text/read-text.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { Calibration, CalibrationSample } from './calibration.ts';
import { findThreshold } from './find-threshold.ts';
import { fitGain, type GainModel, gainOf, type ReadSample, storedGain } from './gain-model.ts';

export interface CalibrateOptions {
  /** The part of the strong model's quality to keep, 0 … 1. Default 0.95. */
  readonly target?: number | undefined;
  /** How sure to be that it is kept, 0.5 … 0.99. Default 0.9. */
  readonly confidence?: number | undefined;
  /** The score that is corrected. Default: the one that ships with this package. */
  readonly priorOf?: ((reading: TextReading) => number) | undefined;
}

/** Below this many labelled samples nothing can be promised. */
const LEAST_SAMPLES = 100;
const FOLDS = 5;

/**
 * Fits the score to your own traffic, and the threshold from which on questions go to the strong model. Centred on
 * the shipped score, which a fit has to beat in cross-validation before it is used; the threshold is tested on
 * scores of models that have not seen the sample. Deterministic; a few hundred samples take well under a second.
 *
 * @throws RangeError when there is no sample.
 */
export function calibrate(
  samples: readonly CalibrationSample[],
  { target = 0.95, confidence = 0.9, priorOf = learnedScore }: CalibrateOptions = {},
): Calibration {
  if (samples.length === 0)
    throw new RangeError('calibrate() got no samples; give it at least one, better 200.');
  const read = samples.map((sample) => readSample(sample, priorOf));
  const crossFitted = crossFit(read);
  const shipped = read.map(({ prior }) => prior);
  const fitted = advantage(read, crossFitted) > advantage(read, shipped);
  const model = fitted ? fitGain(read) : unfitted();
  const scores = fitted ? crossFitted : shipped.map((prior) => model.slope * prior);
  const threshold = findThreshold({ samples, scores, target, confidence });
  const promised = samples.length >= LEAST_SAMPLES;
  return {
    version: 1,
    samples: samples.length,
    fitted,
    ...storedGain(model),
    ...(promised ? threshold : { threshold: null, strongShare: 1 }),
    promised,
  };
}

function readSample(
  { prompt, weak, strong }: CalibrationSample,
  priorOf: (reading: TextReading) => number,
): ReadSample {
  const reading = readText(prompt);
  return { reading, prior: priorOf(reading), weak, strong };
}

/** Scores each sample by a model that was fitted without its fold. */
function crossFit(samples: readonly ReadSample[]): number[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitGain(samples.filter((_sample, place) => place % FOLDS !== fold)),
  );
  return samples.map((sample, place) => gainOf(models[place % FOLDS]!, sample));
}

/** How much gain the upper ranks of a score hold: the area of its curve, up to what all scores share. */
function advantage(samples: readonly ReadSample[], scores: readonly number[]): number {
  const order = [...scores.keys()].toSorted((one, other) => scores[other]! - scores[one]!);
  return order.reduce(
    (sum, place, rank) =>
      sum + (samples[place]!.strong - samples[place]!.weak) * (samples.length - rank),
    0,
  );
}

function unfitted(): GainModel {
  return { slope: 1, weights: new Float64Array(QUESTION_FEATURES) };
}
