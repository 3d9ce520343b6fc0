import type { Model, Rates } from '../model.ts';

/** The router over free models. Its price is zero although its id has no `:free`. */
const FREE_ROUTER = 'openrouter/free';

/**
 * Free means that the id says so (`:free`, or the free router) **and** every listed price is zero. Zero alone is
 * not free: routers and media models have been listed at 0 by mistake and charged later.
 */
export function isFree(model: Pick<Model, 'id' | 'variant' | 'prices'>): boolean {
  if (model.variant !== 'free' && model.id !== FREE_ROUTER) return false;
  const { dynamic, rates, overrides } = model.prices;
  if (dynamic || rates.input === undefined || rates.output === undefined) return false;
  return [rates, ...overrides.map((override) => override.rates)].every(isZero);
}

function isZero(rates: Rates): boolean {
  return Object.values(rates).every((rate) => !/[1-9]/.test(rate));
}
