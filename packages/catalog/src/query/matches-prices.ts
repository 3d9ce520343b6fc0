import type { Decimal } from '../decimal/decimal.ts';
import { parseDecimal } from '../decimal/parse-decimal.ts';
import { shiftPoint } from '../decimal/shift-point.ts';
import type { Model } from '../model.ts';
import { blendedPerMillion } from '../price/blended-usd-per-million.ts';
import { isFree } from '../price/is-free.ts';
import { tierOf } from '../price/tier-of.ts';
import type { ModelQuery } from './model-query.ts';

/**
 * Makes the test whether a model's prices satisfy the query. Limits are read once, not per model.
 *
 * @throws RangeError when a limit is no plain decimal.
 */
export function matchesPrices(query: ModelQuery): (model: Model) => boolean {
  const maxInput = limitOf(query, 'maxInputUsdPerMillion');
  const maxOutput = limitOf(query, 'maxOutputUsdPerMillion');
  const maxBlended = limitOf(query, 'maxBlendedUsdPerMillion');
  return (model) =>
    (query.free === undefined || isFree(model) === query.free) &&
    (query.tiers === undefined || isOneOfTiers(model, query.tiers)) &&
    isWithin(perMillion(model.prices.rates.input), maxInput) &&
    isWithin(perMillion(model.prices.rates.output), maxOutput) &&
    (maxBlended === null || isWithin(blendedPerMillion(model, query.blend), maxBlended));
}

type Limit = 'maxInputUsdPerMillion' | 'maxOutputUsdPerMillion' | 'maxBlendedUsdPerMillion';

function limitOf(query: ModelQuery, name: Limit): Decimal | null {
  const text = query[name];
  if (text === undefined) return null;
  const limit = parseDecimal(text);
  if (limit !== null) return limit;
  throw new RangeError(
    `${name} is ${JSON.stringify(text)}; write plain decimal USD, for example "0.5".`,
  );
}

function isOneOfTiers(model: Model, tiers: NonNullable<ModelQuery['tiers']>): boolean {
  const tier = tierOf(model);
  return tier !== null && tiers.includes(tier);
}

function perMillion(rate: string | undefined): Decimal | null {
  const perToken = parseDecimal(rate ?? '');
  return perToken === null ? null : shiftPoint(perToken, 6);
}

function isWithin(price: Decimal | null, limit: Decimal | null): boolean {
  return limit === null || (price !== null && price <= limit);
}
