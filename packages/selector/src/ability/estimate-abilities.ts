import type { Model } from '@tierwise/catalog';
import { ABILITY_FEATURES, abilityFeatures } from './ability-features.ts';
import { COEFFICIENTS_WITH_PRICE, COEFFICIENTS_WITHOUT_PRICE } from './coefficients.ts';

/** Estimated ability by model id, in points of the intelligence index (about 0 … 70 in 2026). */
export type Abilities = ReadonlyMap<string, number>;

/**
 * Imputes each model's ability from its listed facts. A `:free` or other variant inherits the ability of its
 * plain sibling, because a price of zero says nothing about the model behind it.
 */
export function estimateAbilities(models: readonly Model[]): Abilities {
  const byId = new Map(models.map((model) => [model.id, model]));
  return new Map(
    models.map((model) => [model.id, imputeAbility(plainSibling(model, byId) ?? model)]),
  );
}

function plainSibling(model: Model, byId: ReadonlyMap<string, Model>): Model | undefined {
  return model.variant === null
    ? undefined
    : byId.get(model.id.slice(0, -model.variant.length - 1));
}

function imputeAbility(model: Model): number {
  const features = abilityFeatures(model);
  const coefficients = Number.isNaN(features.logPrice)
    ? COEFFICIENTS_WITHOUT_PRICE
    : COEFFICIENTS_WITH_PRICE;
  return ABILITY_FEATURES.reduce(
    // Without a price the coefficient is 0, and 0 × NaN would poison the sum.
    (sum, name) => (coefficients[name] === 0 ? sum : sum + coefficients[name] * features[name]),
    coefficients.intercept,
  );
}
