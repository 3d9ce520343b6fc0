import type { RateName, Rates } from '@tierwise/catalog';
import { type Decimal, parseDecimal } from '@tierwise/catalog/decimal';

/** Rates read once: USD per unit as exact decimals. */
export type ExactRates = { readonly [Name in RateName]?: Decimal };

/** Rates never change, so each object is read once. Weak, so that a replaced catalogue is freed. */
const read = new WeakMap<Rates, ExactRates>();

/** The rates as decimals. One that is no plain decimal, or below zero, is absent, which means unknown. */
export function exactRates(rates: Rates): ExactRates {
  const known = read.get(rates);
  if (known !== undefined) return known;
  const exact = readRates(rates);
  read.set(rates, exact);
  return exact;
}

function readRates(rates: Rates): ExactRates {
  const entries = Object.entries(rates).flatMap(([name, rate]) => {
    const value = parseDecimal(rate);
    return value === null || value < 0n ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
