import type { Decimal } from '@tierwise/catalog/decimal';
import type { ExactRates } from '../rates/exact-rates.ts';
import type { TokenCounts } from '../usage/billable-usage.ts';
import { addCharge, type Charge } from './charge.ts';

export interface ChargeInputOptions {
  readonly tokens: TokenCounts;
  readonly rates: ExactRates;
  /** How long cache writes were asked to live. */
  readonly cacheTtl: '5m' | '1h';
  /** Where the charges go. */
  readonly charges: Charge[];
}

/**
 * Splits the prompt into what each rate pays for. Where a row lists no cache rate the prompt's rate counts (an
 * assumption: four rows list a write and no read). Image tokens are part of the prompt and cost the same.
 */
export function chargeInput({ tokens, rates, cacheTtl, charges }: ChargeInputOptions): void {
  const { cacheRead, cacheWrite, cacheWrite1h, inputAudio } = tokens;
  const uncached = uncachedTokens(tokens);
  const audio = rates.audio === undefined ? 0 : Math.min(inputAudio, uncached);
  const audioRead = rates.audioCacheRead === undefined ? 0 : cachedAudioTokens(tokens, uncached);
  const write1h = cacheTtl === '1h' ? cacheWrite : Math.min(cacheWrite1h, cacheWrite);
  addCharge(charges, 'input', uncached - audio, rates.input);
  addCharge(charges, 'audio', audio, rates.audio);
  addCharge(charges, 'cache-read', cacheRead - audioRead, rates.cacheRead ?? rates.input);
  addCharge(charges, 'audio-cache-read', audioRead, rates.audioCacheRead);
  addCharge(charges, 'cache-write', cacheWrite - write1h, rates.cacheWrite ?? rates.input);
  addCharge(charges, 'cache-write-1h', write1h, rates.cacheWrite1h ?? twice(rates.input));
}

/**
 * Gemini's explicit caches count the same tokens as read and as written. Both are charged, but the prompt loses them
 * only once (measured: 2168 prompt, 2161 read and 2161 written cost $0.000497013333).
 */
function uncachedTokens({ input, cacheRead, cacheWrite }: TokenCounts): number {
  const overlapping = cacheRead + cacheWrite > input;
  return Math.max(
    0,
    input - (overlapping ? Math.max(cacheRead, cacheWrite) : cacheRead + cacheWrite),
  );
}

/** The counters do not say which cached tokens were audio; what does not fit into the uncached part must have been. */
function cachedAudioTokens({ inputAudio, cacheRead }: TokenCounts, uncached: number): number {
  return Math.min(Math.max(0, inputAudio - uncached), cacheRead);
}

/** Every row that lists a 1-hour write (32 Claude rows of 2026-08-16) asks twice the input price for it. */
function twice(rate: Decimal | undefined): Decimal | undefined {
  return rate === undefined ? undefined : rate * 2n;
}
