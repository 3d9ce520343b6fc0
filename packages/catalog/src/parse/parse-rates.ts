import { parseDecimal } from '../decimal/parse-decimal.ts';
import type { RateName, Rates } from '../model.ts';
import { describeValue, type ReportProblem } from './report-problem.ts';
import { WIRE_RATES } from './wire-rates.ts';

/** Reads the rates of a price object or of an override. What cannot be read is absent and reported, never 0. */
export function parseRates(
  pricing: Readonly<Record<string, unknown>>,
  report: ReportProblem,
): Rates {
  const rates: { [Name in RateName]?: string } = {};
  for (const [wireName, name] of WIRE_RATES) {
    if (!Object.hasOwn(pricing, wireName)) continue;
    const rate = parseRate(pricing[wireName]);
    if (rate === null) report(wireName, `${describeValue(pricing[wireName])} is not a price`);
    else if (isListed(name, rate)) rates[name] ??= rate;
  }
  return rates;
}

function parseRate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const amount = parseDecimal(value);
  return amount === null || amount < 0n ? null : value;
}

/**
 * Until January 2026 OpenRouter wrote every price key out, with 0 for "this model has none"; since then it
 * leaves them away. A special rate of 0 is therefore no rate: reading it as one would make reasoning free.
 */
function isListed(name: RateName, rate: string): boolean {
  return name === 'input' || name === 'output' || /[1-9]/.test(rate);
}
