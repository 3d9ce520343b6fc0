import type { Pricing } from '../catalog/model.ts';
import { parseAmount, type Amount } from './decimal.ts';
import { ratesAt } from './rates-at.ts';

/** What a call used, in the words of the wire's `usage`. */
export interface Consumption {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  /** The write belongs to a breakpoint with `ttl: "1h"`. */
  readonly cacheWriteHourly?: boolean;
  /** Part of `completionTokens`; charged apart only where the row has `internal_reasoning`. */
  readonly reasoningTokens?: number;
  /** Searches done by the model's own provider, charged at the row's `web_search` rate. */
  readonly nativeSearches?: number;
}

/** What a call costs, split as `usage.cost_details` splits it. */
export interface Charge {
  readonly total: Amount;
  readonly prompt: Amount;
  readonly completion: Amount;
}

/** USD per unit; undefined when the row has no such rate, or a dynamic one. */
function rate(
  rates: Pricing,
  key: keyof Omit<Pricing, 'overrides' | 'discount'>,
): Amount | undefined {
  const amount = parseAmount(rates[key]);
  return amount === undefined || amount < 0n ? undefined : amount;
}

/** Overlapping counters (a Gemini explicit cache reports the same tokens as read and as written) both pay; the rest is what neither covers. */
function uncachedTokens(prompt: number, read: number, write: number): number {
  return read + write <= prompt ? prompt - read - write : prompt - Math.max(read, write);
}

function promptCharge(rates: Pricing, used: Consumption): Amount {
  const read = used.cacheReadTokens ?? 0;
  const write = used.cacheWriteTokens ?? 0;
  const prompt = rate(rates, 'prompt') ?? 0n;
  const writeRate = rate(
    rates,
    used.cacheWriteHourly ? 'input_cache_write_1h' : 'input_cache_write',
  );
  return (
    BigInt(uncachedTokens(used.promptTokens, read, write)) * prompt +
    BigInt(read) * (rate(rates, 'input_cache_read') ?? prompt) +
    BigInt(write) * (writeRate ?? prompt)
  );
}

/** Most rows repeat the completion rate for reasoning, or say "0" and charge it all the same; only another rate counts. */
function reasoningRate(rates: Pricing, completion: Amount): Amount {
  const own = rate(rates, 'internal_reasoning');
  return own === undefined || own === 0n ? completion : own;
}

function completionCharge(rates: Pricing, used: Consumption): Amount {
  const completion = rate(rates, 'completion') ?? 0n;
  // Some providers report more reasoning tokens than completion tokens.
  const reasoning = Math.min(used.reasoningTokens ?? 0, used.completionTokens);
  return (
    BigInt(used.completionTokens - reasoning) * completion +
    BigInt(reasoning) * reasoningRate(rates, completion)
  );
}

/**
 * The charge of a call by OpenRouter's rule, exact.
 * Source of the rule: recorded charges of 2025-11 to 2026-09, see `recorded-charge.test.ts`.
 * @param pricing Prices of the endpoint that served, already net of its `discount`.
 * @param atMs When the request arrived, ms since the epoch: price windows are resolved at that moment.
 */
export function chargeOf(pricing: Pricing, used: Consumption, atMs: number): Charge {
  const rates = ratesAt(pricing, used.promptTokens, atMs);
  const prompt = promptCharge(rates, used);
  const completion = completionCharge(rates, used);
  const searches = BigInt(used.nativeSearches ?? 0) * (rate(rates, 'web_search') ?? 0n);
  const request = rate(rates, 'request') ?? 0n;
  return { prompt, completion, total: prompt + completion + searches + request };
}
