import type { Decimal } from '../decimal/decimal.ts';
import { parseDecimal } from '../decimal/parse-decimal.ts';
import type { Model, RateName, Rates } from '../model.ts';
import { WIRE_RATES } from '../parse/wire-rates.ts';
import { isFree } from '../price/is-free.ts';
import type { CatalogEvent, PriceSuspicion, RateChange } from './catalog-event.ts';

/** What changed about the prices of one model, as one event. Amounts are compared, not their spelling. */
export function diffPrices(
  before: Model,
  after: Model,
  jumpFactor: number,
): readonly CatalogEvent[] {
  const rates = diffRates(before.prices.rates, after.prices.rates);
  const overridesChanged =
    JSON.stringify(before.prices.overrides) !== JSON.stringify(after.prices.overrides);
  if (rates.length === 0 && !overridesChanged) return [];
  const suspicion = suspicionOf(after, rates, jumpFactor);
  return [{ type: 'price', id: after.id, rates, overridesChanged, suspicion }];
}

const RATE_NAMES: readonly RateName[] = [...new Set(WIRE_RATES.map(([, name]) => name))];

function diffRates(before: Rates, after: Rates): readonly RateChange[] {
  return RATE_NAMES.flatMap((rate) => {
    const [from, to] = [before[rate] ?? null, after[rate] ?? null];
    return amountOf(from) === amountOf(to) ? [] : [{ rate, from, to }];
  });
}

function suspicionOf(
  after: Model,
  rates: readonly RateChange[],
  jumpFactor: number,
): PriceSuspicion | null {
  const changes = rates.filter(({ rate }) => rate === 'input' || rate === 'output');
  if (!isFree(after) && changes.some(({ from, to }) => isAbove(from) && amountOf(to) === 0n))
    return 'sudden-zero';
  return changes.some((change) => isJump(change, jumpFactor)) ? 'jump' : null;
}

function isJump({ from, to }: RateChange, jumpFactor: number): boolean {
  const [before, after] = [amountOf(from), amountOf(to)];
  if (before === null || after === null || before === 0n || after === 0n) return false;
  const [low, high] = before < after ? [before, after] : [after, before];
  return high > low * BigInt(Math.round(jumpFactor));
}

function isAbove(rate: string | null): boolean {
  return (amountOf(rate) ?? 0n) > 0n;
}

function amountOf(rate: string | null): Decimal | null {
  return rate === null ? null : parseDecimal(rate);
}
