import type { AbilityFeature } from './ability-features.ts';

/** A linear imputation of the intelligence index. */
export type Coefficients = { readonly [Name in AbilityFeature | 'intercept']: number };

/*
 * Data card. Made by scripts/fit-ability.ts on 2026-11-25 from the public `GET /models` body of 2026-08-16: 96
 * distinct models that carry an intelligence index (Artificial Analysis). Ridge 1, no feature selection.
 * 10-fold: R² 0.86, rms error 6.0 index points with the price; R² 0.79, rms error 7.3 without. The
 * coefficients are ours; the index itself is not shipped. Price and release date carry most of it, and a
 * price stops foretelling ability after a cut, so refit with each new body.
 */
export const COEFFICIENTS_WITH_PRICE: Coefficients = {
  intercept: 6.72,
  logPrice: 8.32,
  releaseYears: 14.8,
  logContext: 4.1,
  reasoning: 7.09,
  openWeights: 0.81,
  imageInput: -1.38,
  smallName: -4.91,
};

/** For models without a price (free or dynamic) that have no priced sibling to inherit from. */
export const COEFFICIENTS_WITHOUT_PRICE: Coefficients = {
  intercept: 4.99,
  logPrice: 0,
  releaseYears: 11.37,
  logContext: 5.31,
  reasoning: 11.83,
  openWeights: -2.08,
  imageInput: 1.67,
  smallName: -8.76,
};
