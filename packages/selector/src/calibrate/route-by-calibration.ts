import { learnedScore } from '../difficulty/learned-score.ts';
import { readText } from '../text/read-text.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { Calibration } from './calibration.ts';
import { type GainModel, gainOf } from './gain-model.ts';
import { loadedGain } from './stored-gain.ts';

/** Decides one question: which side, and by what score. */
export interface CalibratedRoute {
  readonly side: 'weak' | 'strong';
  readonly score: number;
}

/** Models of calibrations that are in use, decoded once. */
const decoded = new WeakMap<Calibration, GainModel>();

/** Sends a question to the weak or the strong model, by the threshold that `calibrate` found. */
export function routeByCalibration(
  calibration: Calibration,
  prompt: string,
  priorOf: (reading: TextReading) => number = learnedScore,
): CalibratedRoute {
  const reading = readText(prompt);
  const score = gainOf(modelOf(calibration), { reading, prior: priorOf(reading) });
  const { threshold } = calibration;
  return { side: threshold === null || score >= threshold ? 'strong' : 'weak', score };
}

/** The decoded model of a calibration. */
export function modelOf(calibration: Calibration): GainModel {
  const known = decoded.get(calibration) ?? loadedGain(calibration);
  decoded.set(calibration, known);
  return known;
}
