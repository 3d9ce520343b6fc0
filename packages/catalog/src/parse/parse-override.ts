import { z } from 'zod';
import type { PriceOverride } from '../model.ts';
import { parseRates } from './parse-rates.ts';
import type { ReportProblem } from './report-problem.ts';
import { WIRE_RATES } from './wire-rates.ts';

const clock = z.int().min(0).max(2400);

const overrideSchema = z.looseObject({
  min_prompt_tokens: z.int().min(0).optional(),
  utc_start: clock.optional(),
  utc_end: clock.optional(),
  utc_days: z.array(z.string()).optional(),
});

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(overrideSchema.shape),
  ...WIRE_RATES.map(([wireName]) => wireName),
]);

/**
 * Reads one entry of `pricing.overrides`. An entry with a condition that we cannot judge is left out and
 * reported, because applying it always would be as wrong as applying it never.
 */
export function parseOverride(entry: unknown, report: ReportProblem): PriceOverride | null {
  const parsed = overrideSchema.safeParse(entry);
  if (!parsed.success) {
    report('', z.prettifyError(parsed.error));
    return null;
  }
  const unknownKey = Object.keys(parsed.data).find((key) => !KNOWN_KEYS.has(key));
  if (unknownKey !== undefined) {
    report(unknownKey.slice(0, 40), 'is a condition or price that this version does not know');
    return null;
  }
  return toOverride(parsed.data, report);
}

function toOverride(wire: z.infer<typeof overrideSchema>, report: ReportProblem): PriceOverride {
  return {
    ...(wire.min_prompt_tokens !== undefined && { inputTokensAbove: wire.min_prompt_tokens }),
    ...(wire.utc_start !== undefined && { utcStart: wire.utc_start }),
    ...(wire.utc_end !== undefined && { utcEnd: wire.utc_end }),
    ...(wire.utc_days !== undefined && { utcDays: wire.utc_days }),
    rates: parseRates(wire, report),
  };
}
