import { decodeBytes } from '../difficulty/decode-bytes.ts';
import type { Calibration } from './calibration.ts';
import { GAIN_COLUMNS } from './gain-columns.ts';
import type { GainModel } from './gain-model.ts';

/** The members of a calibration that hold a model. */
export type StoredGain = Pick<Calibration, 'slope' | 'intercept' | 'columns' | 'words' | 'step'>;

/** A model as plain JSON: word weights become one byte each. */
export function storedGain({ slope, intercept, weights }: GainModel): StoredGain {
  const words = weights.slice(GAIN_COLUMNS);
  const step = words.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const bytes = Int8Array.from(words, (weight) => Math.round(weight / step));
  return {
    slope,
    intercept,
    columns: Array.from(weights.slice(0, GAIN_COLUMNS), (weight) => Number(weight.toFixed(5))),
    words: btoa(String.fromCharCode(...new Uint8Array(bytes.buffer))),
    step,
  };
}

/** The model of a stored calibration. */
export function loadedGain({ slope, intercept, columns, words, step }: StoredGain): GainModel {
  const bytes = decodeBytes(words);
  return {
    slope,
    intercept,
    weights: Float64Array.from([...columns, ...Array.from(bytes, (byte) => byte * step)]),
  };
}
