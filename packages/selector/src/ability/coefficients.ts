import type { AbilityFeature } from './ability-features.ts';

/** A linear imputation of the intelligence index. */
export type Coefficients = { readonly [Name in AbilityFeature | 'intercept']: number };

/*
 * Data card. Made by scripts/fit-ability.ts on 2026-11-25 from the public `GET /models` body of 2026-08-16: 96
 * distinct models that carry an intelligence index (Artificial Analysis). Ridge 1, no feature selection.
 * 10-fold: R² 0.85, rms error 6.2 index points with the price; R² 0.75, rms error 8.1 without. The
 * coefficients are ours; the index itself is not shipped. Price and release date carry most of it, and a
 * price stops foretelling ability after a cut, so refit with each new body.
 */
export const COEFFICIENTS_WITH_PRICE: Coefficients = {
  intercept: 5.24,
  logPrice: 9.61,
  releaseYears: 16.1,
  logContext: 3.99,
  reasoning: 6.85,
  openWeights: 1.23,
  imageInput: -2.47,
};

/** For models without a price (free or dynamic) that have no priced sibling to inherit from. */
export const COEFFICIENTS_WITHOUT_PRICE: Coefficients = {
  intercept: 1.43,
  logPrice: 0,
  releaseYears: 12.92,
  logContext: 5.48,
  reasoning: 12.83,
  openWeights: -2.16,
  imageInput: 0.44,
};
