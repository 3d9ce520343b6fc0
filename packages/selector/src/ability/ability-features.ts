import { blendedUsdPerMillion, type Model } from '@tierwise/catalog';

/** The listed facts that foretell ability, in the order of the coefficients. */
export const ABILITY_FEATURES = [
  'logPrice',
  'releaseYears',
  'logContext',
  'reasoning',
  'openWeights',
  'imageInput',
  'smallName',
] as const;

export type AbilityFeature = (typeof ABILITY_FEATURES)[number];

/** Release dates count from here, so that the coefficient reads as index points a year. */
const EPOCH_MS = Date.UTC(2025, 0, 1);
const YEAR_MS = 365.25 * 24 * 3600 * 1000;

/** A model whose window is unknown is taken as an average one. */
const USUAL_CONTEXT_TOKENS = 262_144;

/** Turns a model's facts into the regression's inputs. `logPrice` is NaN where no price is known or it is zero. */
export function abilityFeatures(model: Model): Readonly<Record<AbilityFeature, number>> {
  // The price enters as a rough magnitude, not as money: a float is right here.
  const price = Number(blendedUsdPerMillion(model) ?? Number.NaN);
  return {
    logPrice: price > 0 ? Math.log10(price) : Number.NaN,
    releaseYears: (Date.parse(model.createdOn ?? model.asOf) - EPOCH_MS) / YEAR_MS,
    logContext: Math.log2((model.contextTokens ?? USUAL_CONTEXT_TOKENS) / 131_072),
    reasoning: model.capabilities.includes('reasoning') ? 1 : 0,
    openWeights: model.openWeights === true ? 1 : 0,
    imageInput: model.inputModalities.includes('image') ? 1 : 0,
    smallName: hasSmallName(model.id) ? 1 : 0,
  };
}

/** What makers call their small models, and weights of up to 14 billion parameters. */
const SMALL_WORD = /^(?:micro|mini|nano|tiny|lite|small|(?:\d|1[0-4])(?:\.\d)?b|\d\.\db)$/;

function hasSmallName(id: string): boolean {
  return id.split(/[/:_-]/).some((word) => SMALL_WORD.test(word));
}
