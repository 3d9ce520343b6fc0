import { dot } from '../linear/sparse-vector.ts';
import type { TextReading } from '../text/text-reading.ts';
import { gainColumns } from './gain-columns.ts';
import { gainVector } from './gain-vector.ts';

/** A question that has been read, with its shipped score. */
export interface ScoredReading {
  readonly reading: TextReading;
  readonly prior: number;
}

/** A linear correction of the shipped score, in units of gain. */
export interface GainModel {
  /** What one unit of the shipped score is worth. */
  readonly slope: number;
  /** Puts the average correction of the samples at 0. */
  readonly intercept: number;
  /** Of the plain columns, then of the word buckets. */
  readonly weights: Readonly<Float64Array>;
}

/** The expected gain of a question, up to a constant. */
export function gainOf(model: GainModel, { reading, prior }: ScoredReading): number {
  return model.slope * prior + correctionOf(model, reading);
}

/** What the correction alone adds. */
export function correctionOf({ intercept, weights }: GainModel, reading: TextReading): number {
  return intercept + dot(gainVector(gainColumns(reading), reading, 1), weights);
}
