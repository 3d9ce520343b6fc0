import type { TextReading } from '../text/text-reading.ts';
import type { Calibration } from './calibration.ts';
import { correctionOf } from './gain-model.ts';
import { modelOf } from './model-of.ts';

/** However strange a text, a calibration moves the score by no more than this many of its deviations. */
const MOST = 3;

/** What a calibration adds to the learned score of a question. */
export function calibratedCorrection(calibration: Calibration, reading: TextReading): number {
  if (!calibration.fitted) return 0;
  const correction = correctionOf(modelOf(calibration), reading) / calibration.slope;
  return Math.min(MOST, Math.max(-MOST, correction));
}
