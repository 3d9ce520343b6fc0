import type { Calibration } from './calibration.ts';
import type { GainModel } from './gain-model.ts';
import { loadedGain } from './stored-gain.ts';

/** Models of calibrations that are in use, decoded once. */
const decoded = new WeakMap<Calibration, GainModel>();

/** The decoded model of a calibration. */
export function modelOf(calibration: Calibration): GainModel {
  const known = decoded.get(calibration) ?? loadedGain(calibration);
  decoded.set(calibration, known);
  return known;
}
