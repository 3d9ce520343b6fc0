import type { HedgeDelay } from './hedge-options.ts';

/** Options of {@link quantileHedgeDelay}. */
export interface QuantileHedgeDelayOptions {
  /** In (0, 1): with 0.95 one call in twenty is hedged. @default 0.95 */
  readonly quantile?: number;
  /** Newest answers that count. @default 100 */
  readonly window?: number;
  /** No hedge before so many answers are known. @default 20 */
  readonly minSamples?: number;
  /** Never hedge earlier than this. @default 50 */
  readonly minDelayMs?: number;
}

const mostCandidates = 1_000;

/** Patience learned from each candidate's own answers: a quantile of its time to the first content. */
export function quantileHedgeDelay(options: QuantileHedgeDelayOptions = {}): HedgeDelay {
  const { quantile = 0.95, window = 100, minSamples = 20, minDelayMs = 50 } = options;
  const samples = new Map<string, number[]>();
  return {
    delayMs: (candidateId) => {
      const known = samples.get(candidateId);
      if (known === undefined || known.length < minSamples) return undefined;
      const sorted = known.toSorted((a, b) => a - b);
      const index = Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
      return Math.max(minDelayMs, sorted[index] ?? minDelayMs);
    },
    observe: (candidateId, latencyMs) => {
      const known = samples.get(candidateId) ?? [];
      known.push(latencyMs);
      if (known.length > window) known.shift();
      if (samples.size < mostCandidates || samples.has(candidateId))
        samples.set(candidateId, known);
    },
  };
}
