import type { Model } from '@tierwise/catalog';
import type { Ability } from './ability.ts';
import { ABILITY_FEATURES, abilityFeatures } from './ability-features.ts';
import { COEFFICIENTS_WITH_PRICE, COEFFICIENTS_WITHOUT_PRICE } from './coefficients.ts';

/** The 10-fold errors of both regressions, in points (see `coefficients.ts`). */
const SIGMA_WITH_PRICE = 6.0;
const SIGMA_WITHOUT_PRICE = 7.3;

/** Foretells a model's ability from its listed facts alone. */
export function imputeAbility(model: Model): Ability {
  const features = abilityFeatures(model);
  const priced = !Number.isNaN(features.logPrice);
  const coefficients = priced ? COEFFICIENTS_WITH_PRICE : COEFFICIENTS_WITHOUT_PRICE;
  const points = ABILITY_FEATURES.reduce(
    // Without a price the coefficient is 0, and 0 × NaN would poison the sum.
    (sum, name) => (coefficients[name] === 0 ? sum : sum + coefficients[name] * features[name]),
    coefficients.intercept,
  );
  return { points, sigma: priced ? SIGMA_WITH_PRICE : SIGMA_WITHOUT_PRICE, source: 'imputed' };
}
