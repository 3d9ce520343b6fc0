import { benchmarkOf } from '../benchmark/benchmark-of.ts';
import type { Model } from '../model.ts';
import { tierOf } from '../price/tier-of.ts';
import { parameterCount } from './parameter-count.ts';
import { type Pool, POOLS } from './pool.ts';

/** Weights that answer at once, and weights that think, in billions of parameters. The gap between belongs to neither. */
const SMALL_UP_TO = 32;
const LARGE_FROM = 70;

/** From this coding index of Artificial Analysis on, a model counts as one for code whatever its name says. */
const CODING_INDEX = 60;

const CODE_WORDS = /(^|[^a-z])(code|coder|codex|codestral|devstral)([^a-z]|$)/;

const RULES: Readonly<Record<Pool, (model: Model) => boolean>> = {
  SMALL: (model) => isSmall(model) === true,
  LARGE: (model) => isSmall(model) === false,
  CODE: (model) =>
    CODE_WORDS.test(model.id.toLowerCase()) ||
    (benchmarkOf(model, 'coding')?.value ?? 0) >= CODING_INDEX,
  VISION: (model) =>
    model.inputModalities.includes('image') && model.outputModalities.includes('text'),
};

/** The pools a model belongs to, computed from what is known of it today. A model may be in several, or in none. */
export function poolsOf(model: Model): readonly Pool[] {
  return POOLS.filter((pool) => RULES[pool](model));
}

/** By the parameters in the name where it states them, else by the price: nobody sells a large model cheaply for long. */
function isSmall(model: Model): boolean | null {
  const billions = parameterCount(model.id);
  if (billions !== null)
    return billions <= SMALL_UP_TO ? true : billions >= LARGE_FROM ? false : null;
  const tier = tierOf(model);
  if (tier === 'standard' || tier === 'premium') return false;
  return tier === 'ultra-low' ? true : null;
}
