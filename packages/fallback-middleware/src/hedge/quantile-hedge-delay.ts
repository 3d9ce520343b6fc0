import type { HedgeDelay } from './hedge-options.ts';

/** Options of {@link quantileHedgeDelay}. */
export interface QuantileHedgeDelayOptions {
  /** In (0, 1): with 0.95 one call in twenty is hedged. @default 0.95 */
  readonly quantile?: number;
  /** Newest answers that count. @default 100 */
  readonly window?: number;
  /** No hedge before so many answers, losers included, are known. @default 20 */
  readonly minSamples?: number;
  /** Never hedge earlier than this. @default 50 */
  readonly minDelayMs?: number;
}

interface Sample {
  readonly latencyMs: number;
  /** The answer itself came, so the time is exact; else it would have taken longer. */
  readonly isExact: boolean;
}

const mostCandidates = 1_000;

/**
 * Patience learned from each candidate's own answers: a quantile of its time to the first content. Losers of a hedge
 * count as slower than they were seen to be; without them, only quick answers would be known.
 */
export function quantileHedgeDelay(options: QuantileHedgeDelayOptions = {}): HedgeDelay {
  const { quantile = 0.95, window = 100, minSamples = 20, minDelayMs = 50 } = options;
  const samples = new Map<string, Sample[]>();
  const note = (candidateId: string, sample: Sample): void => {
    const known = samples.get(candidateId) ?? [];
    known.push(sample);
    if (known.length > window) known.shift();
    if (samples.size < mostCandidates || samples.has(candidateId)) samples.set(candidateId, known);
  };
  return {
    delayMs: (candidateId) => {
      const known = samples.get(candidateId) ?? [];
      if (known.length < minSamples) return undefined;
      return Math.max(minDelayMs, quantileOf(known, quantile));
    },
    observe: (candidateId, latencyMs) => note(candidateId, { latencyMs, isExact: true }),
    observeAtLeast: (candidateId, latencyMs) => note(candidateId, { latencyMs, isExact: false }),
  };
}

/** Kaplan and Meier's estimate (1958): what was cut short leaves the count without having ended. */
function quantileOf(samples: readonly Sample[], quantile: number): number {
  const sorted = samples.toSorted(
    (a, b) => a.latencyMs - b.latencyMs || Number(b.isExact) - Number(a.isExact),
  );
  let slowerShare = 1;
  for (const [index, { isExact, latencyMs }] of sorted.entries()) {
    if (isExact) slowerShare *= 1 - 1 / (sorted.length - index);
    if (slowerShare < 1 - quantile - roundingError) return latencyMs;
  }
  // Losers cannot tell how slow the slowest are; waiting as long as they did would only make more of them.
  return sorted.findLast(({ isExact }) => isExact)?.latencyMs ?? 0;
}

const roundingError = 1e-9;
