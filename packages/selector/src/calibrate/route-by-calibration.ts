import { learnedScore } from '../difficulty/learned-score.ts';
import { readText } from '../text/read-text.ts';
import type { TextReading } from '../text/text-reading.ts';
import type { Calibration } from './calibration.ts';
import { gainOf } from './gain-model.ts';
import { modelOf } from './model-of.ts';

/** Decides one question: which side, and by what score. */
export interface CalibratedRoute {
  readonly side: 'weak' | 'strong';
  readonly score: number;
}

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
