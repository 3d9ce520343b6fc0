import type { Decay } from './decay.ts';
import type { Evidence } from './learning-state.ts';
import type { OutcomeEvent, OutcomeResult } from './outcome-event.ts';

/** Outcomes of the model itself; an error of the network says nothing about what it can do. */
const OUTCOMES: Readonly<Record<OutcomeResult, { value: number; weight: number } | null>> = {
  ok: { value: 1, weight: 1 },
  rejected: { value: 0, weight: 1 },
  escalated: { value: 0, weight: 0.8 },
  // A user asks again for many reasons.
  'user-retry': { value: 0, weight: 0.3 },
  error: null,
};

/** About 90 bytes an entry keeps the state below 25 kB. */
const MOST_ENTRIES = 220;

/** A rare outcome of an explored choice counts for at most this many. */
const MOST_WEIGHT = 5;

/** Adds an outcome to the evidence under a key, and lets the longest unused key go where there are too many. */
export function noteOutcome(
  evidence: Map<string, Evidence>,
  key: string,
  event: OutcomeEvent,
  decay: Decay,
): void {
  const outcome = OUTCOMES[event.result];
  if (outcome === null) return;
  const known = evidence.get(key) ?? { surprise: 0, information: 0, atMs: event.atMs };
  const kept = decay(known.atMs, event.atMs);
  const weight = Math.min(MOST_WEIGHT, outcome.weight / (event.propensity ?? 1));
  const entry = {
    surprise: rounded(known.surprise * kept + weight * (outcome.value - event.pOk)),
    information: rounded(known.information * kept + weight * event.pOk * (1 - event.pOk)),
    atMs: Math.max(known.atMs, event.atMs),
  };
  // Set last, so that the map's order is the order of use and the longest unused goes first.
  evidence.delete(key);
  evidence.set(key, entry);
  const oldest = evidence.keys().next();
  if (evidence.size > MOST_ENTRIES && oldest.done !== true) evidence.delete(oldest.value);
}

/** Four decimals are enough, and keep the state small. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
