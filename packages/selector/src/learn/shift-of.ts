import type { Decay } from './decay.ts';
import type { Evidence } from './learning-state.ts';

/** The variance of what the catalogue's estimate may be off by, in logits: about six points of the index. */
const PRIOR_VARIANCE = 0.33;

/** The posterior shift in logits, by one Newton step from the estimate. */
export function shiftOf(evidence: Evidence | undefined, now: number, decay: Decay): number {
  if (evidence === undefined) return 0;
  const kept = decay(evidence.atMs, now);
  return (kept * evidence.surprise) / (kept * evidence.information + 1 / PRIOR_VARIANCE);
}
