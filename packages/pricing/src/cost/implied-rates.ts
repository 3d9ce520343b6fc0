import { formatDecimal } from '@tierwise/catalog/decimal';
import type { ReadUsage } from '../usage/read-usage.ts';
import type { KnownCost } from './call-cost.ts';

type ImpliedRates = NonNullable<KnownCost['impliedRates']>;

/** The rates per token behind a report: its parts divided by its counters. Cached prompts mix rates, so they say nothing of either. */
export function impliedRates({ report, tokens }: ReadUsage): ImpliedRates | null {
  if (tokens === null) return null;
  const { upstreamInput, upstreamOutput } = report;
  const plain = tokens.cacheRead === 0 && tokens.cacheWrite === 0 && tokens.input > 0;
  return {
    ...(plain && upstreamInput !== null && { input: perToken(upstreamInput, tokens.input) }),
    ...(tokens.output > 0 &&
      upstreamOutput !== null && { output: perToken(upstreamOutput, tokens.output) }),
  };
}

function perToken(amount: bigint, tokens: number): string {
  return formatDecimal(amount / BigInt(tokens));
}
