import type { PriceOverride, Prices } from '../model.ts';
import { parseOverride } from './parse-override.ts';
import { parseRates } from './parse-rates.ts';
import { describeValue, type ReportProblem } from './report-problem.ts';

/** Turns a wire `pricing` object into {@link Prices}. A price of `-1` marks a router: known only afterwards. */
export function parsePrices(
  pricing: Readonly<Record<string, unknown>>,
  report: ReportProblem,
): Prices {
  const dynamic = pricing['prompt'] === '-1' || pricing['completion'] === '-1';
  if (dynamic) return { rates: {}, overrides: [], dynamic };
  const overrides = parseOverrides(pricing['overrides'], report);
  return { rates: parseRates(pricing, report), overrides, dynamic };
}

function parseOverrides(value: unknown, report: ReportProblem): readonly PriceOverride[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report('overrides', `${describeValue(value)} is not a list`);
    return [];
  }
  return value.flatMap((entry: unknown, index) => {
    const override = parseOverride(entry, (field, reason) =>
      report(`overrides[${index}].${field}`, reason),
    );
    return override === null ? [] : [override];
  });
}
