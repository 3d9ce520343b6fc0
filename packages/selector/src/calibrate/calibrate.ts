import { learnedScore } from '../difficulty/learned-score.ts';
import { BUCKETS } from '../text/bucket-of.ts';
import { readText } from '../text/read-text.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { Calibration, CalibrationSample } from './calibration.ts';
import { findThreshold } from './find-threshold.ts';
import { GAIN_COLUMNS } from './gain-columns.ts';
import { fitGain, type ReadSample } from './fit-gain.ts';
import { type GainModel, gainOf } from './gain-model.ts';
import { isClearlyWorse } from './is-clearly-worse.ts';
import { storedGain } from './stored-gain.ts';

/** What to keep of the strong model, and how surely. */
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
 * the shipped score, to which it returns where cross-validation speaks against the fit; the threshold is tested on scores of
 * models that have not seen the sample. Deterministic; a few hundred samples take well under a second.
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
  const fitted = !isClearlyWorse(read, crossFitted, shipped);
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

function unfitted(): GainModel {
  return { slope: 1, intercept: 0, weights: new Float64Array(GAIN_COLUMNS + BUCKETS) };
}
