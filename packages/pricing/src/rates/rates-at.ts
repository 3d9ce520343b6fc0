import type { Prices } from '@tierwise/catalog';
import { type ExactRates, exactRates } from './exact-rates.ts';
import { matchesOverride, type OverrideContext } from './matches-override.ts';

/**
 * The rates that hold for one request. Overrides whose conditions hold replace rates one by one, later ones win,
 * and what an override does not name is inherited. An override for long prompts reprices the whole request.
 */
export function ratesAt(prices: Prices, context: OverrideContext): ExactRates {
  const base = exactRates(prices.rates);
  if (prices.overrides.length === 0) return base;
  const matching = prices.overrides.filter((override) => matchesOverride(override, context));
  return Object.assign({}, base, ...matching.map((override) => exactRates(override.rates)));
}
