import { wordValues } from '../difficulty/question-features.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import type { TextReading } from '../text/text-reading.ts';
import { GAIN_COLUMNS } from './gain-columns.ts';

/** Plain columns and words as one vector. */
export function gainVector(
  columns: readonly number[],
  reading: TextReading,
  wordScale: number,
): SparseVector {
  return {
    places: [...columns.keys(), ...Array.from(reading.grams, (gram) => GAIN_COLUMNS + gram)],
    values: [...columns, ...Array.from(wordValues(reading), (value) => value * wordScale)],
  };
}
