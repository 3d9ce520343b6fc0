/**
 * In: prompts with what a cheap and a strong model made of them. Out: a threshold that keeps a promise, and a correction of the difficulty.
 * Called by: whoever has labels of their own, before the calls; the result is for `describeCall`.
 */
export { budgetThreshold, type BudgetThresholdOptions } from './calibrate/budget-threshold.ts';
export { calibrate, type CalibrateOptions } from './calibrate/calibrate.ts';
export type { Calibration, CalibrationSample } from './calibrate/calibration.ts';
export { type CalibratedRoute, routeByCalibration } from './calibrate/route-by-calibration.ts';
