import { decimalFromNumber } from '../src/decimal/decimal-from-number.ts';
import type { Decimal } from '../src/decimal/decimal.ts';
import { formatDecimal } from '../src/decimal/format-decimal.ts';
import { parseDecimal } from '../src/decimal/parse-decimal.ts';
import { shiftPoint } from '../src/decimal/shift-point.ts';
import type { PriceOverride, Prices, RateName, Rates } from '../src/model.ts';
import type { ListedCost, ListedModel } from './newer-list.ts';

/** The list rounds to this many decimals of USD per 1M tokens. */
const LISTED_PLACES = 6;

/** Rates per token that the list does not carry. They hold only as long as the prices they came with. */
const PROPORTIONAL = [
  'reasoning',
  'image',
  'imageOutput',
  'audio',
  'audioOutput',
  'audioCacheRead',
] as const;

/** Prices of the newer list, completed from the older full body where that is safe. */
export function listedPrices(listed: ListedModel, older: Prices | undefined): Prices {
  if (isRouter(listed)) return { rates: {}, overrides: [], dynamic: true };
  const rates = mergeRates(listed.cost, older?.rates ?? {});
  const overrides = (listed.cost.tiers ?? []).map((tier): PriceOverride => {
    const match = older?.overrides.find(
      (entry) => entry.inputTokensAbove === tier.inputTokensAbove,
    );
    return { inputTokensAbove: tier.inputTokensAbove, rates: mergeRates(tier, match?.rates ?? {}) };
  });
  return { rates, overrides, dynamic: false };
}

/** Routers read 0/0 in the list although their price is dynamic; only `:free` ids and the free router are free. */
function isRouter({ id, cost }: ListedModel): boolean {
  return cost.input === 0 && cost.output === 0 && !id.endsWith(':free') && id !== 'openrouter/free';
}

function mergeRates(cost: ListedCost, older: Rates): Rates {
  const rates: { [Name in RateName]?: string } = {
    input: perToken(cost.input, older.input),
    output: perToken(cost.output, older.output),
  };
  if (cost.cacheRead) rates.cacheRead = perToken(cost.cacheRead, older.cacheRead);
  if (cost.cacheWrite) rates.cacheWrite = perToken(cost.cacheWrite, older.cacheWrite);
  if (older.cacheWrite1h !== undefined) rates.cacheWrite1h = twice(rates.input);
  const unchanged = rates.input === older.input && rates.output === older.output;
  const kept: readonly RateName[] = unchanged
    ? [...PROPORTIONAL, 'request', 'webSearch']
    : ['request', 'webSearch'];
  for (const name of kept) if (older[name] !== undefined) rates[name] = older[name];
  return rates;
}

/** USD per 1M as the number prints, moved to USD per token; the older rate when it is the same one, less rounded. */
function perToken(usdPerMillion: number, older: string | undefined): string {
  const listed = exact(decimalFromNumber(usdPerMillion), usdPerMillion);
  if (older !== undefined && roundToList(exact(parseDecimal(older), older)) === listed)
    return older;
  return formatDecimal(shiftPoint(listed, -6));
}

function roundToList(perTokenRate: Decimal): Decimal {
  const scaled = shiftPoint(perTokenRate, 6 + LISTED_PLACES);
  const half = exact(parseDecimal('0.5'), '0.5');
  const one = half * 2n;
  return shiftPoint(((scaled + half) / one) * one, -LISTED_PLACES);
}

/** A 1-hour cache write costs twice the input: so in each of 32 Claude rows of 2026-08-16. */
function twice(rate: string | undefined): string {
  return formatDecimal(exact(parseDecimal(rate ?? ''), rate) * 2n);
}

function exact(value: Decimal | null, source: unknown): Decimal {
  if (value === null) throw new TypeError(`${String(source)} is no price`);
  return value;
}
