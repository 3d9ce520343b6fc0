import type { AbilityOffset } from '../choose/ability-offset.ts';
import { LOGIT_PER_POINT } from '../ability/success.ts';
import type { Evidence, LearningState, LearningStore } from './learning-state.ts';
import type { OutcomeEvent, OutcomeResult } from './outcome-event.ts';

export interface CreateLearnerOptions {
  /** What an earlier learner returned as `state()`. Default: nothing learned. */
  readonly state?: LearningState | undefined;
  /** After this many days an outcome counts half. Default 14: providers change models silently. */
  readonly halfLifeDays?: number | undefined;
  /** Default: the system's clock. */
  readonly nowMs?: (() => number) | undefined;
}

export interface Learner {
  record(event: OutcomeEvent): void;
  /** Hand it to `selectCandidates`. */
  readonly offsetOf: AbilityOffset;
  /** At most 25 kB as JSON. */
  state(): LearningState;
}

/** Outcomes of the model itself; an error of the network says nothing about what it can do. */
const OUTCOMES: Readonly<Record<OutcomeResult, { value: number; weight: number } | null>> = {
  ok: { value: 1, weight: 1 },
  rejected: { value: 0, weight: 1 },
  escalated: { value: 0, weight: 0.8 },
  // A user asks again for many reasons.
  'user-retry': { value: 0, weight: 0.3 },
  error: null,
};

const DAY_MS = 24 * 3600 * 1000;

/** About 90 bytes an entry keeps the state below 25 kB. */
const MOST_ENTRIES = 220;

/** The variance of what the catalogue's estimate may be off by, in logits: about six points of the index. */
const PRIOR_VARIANCE = 0.33;

/** However bad or good the run, one model moves by no more than this many points. */
const MOST_POINTS = 15;

/** A rare outcome of an explored choice counts for at most this many. */
const MOST_WEIGHT = 5;

/**
 * Learns from outcomes how much better or worse each model is than its estimate says, overall and at each task, and
 * forgets with time. One step of a Bayesian logistic update: few outcomes hardly move it, and the same outcomes in the
 * same order give the same state.
 */
export function createLearner({
  state,
  halfLifeDays = 14,
  nowMs = Date.now,
}: CreateLearnerOptions = {}): Learner {
  const evidence = new Map<string, Evidence>(Object.entries(state?.evidence ?? {}));
  const decay = (from: number, to: number): number =>
    0.5 ** (Math.max(0, to - from) / DAY_MS / halfLifeDays);
  return {
    record: (event) => {
      for (const key of [event.modelId, `${event.modelId} ${event.task}`])
        note(evidence, key, event, decay);
    },
    offsetOf: (modelId, task) => {
      const now = nowMs();
      const logits = [modelId, `${modelId} ${task}`].map((key) =>
        shiftOf(evidence.get(key), now, decay),
      );
      const points = ((logits[0] ?? 0) + (logits[1] ?? 0)) / 2 / LOGIT_PER_POINT;
      return Math.min(MOST_POINTS, Math.max(-MOST_POINTS, points));
    },
    state: () => ({ version: 1, evidence: Object.fromEntries(evidence) }),
  };
}

/** Loads what a store holds. A broken state is no reason to fail: learning begins anew. */
export async function loadLearner(
  store: LearningStore,
  options: Omit<CreateLearnerOptions, 'state'> = {},
): Promise<Learner & { save(): Promise<void> }> {
  const state = parseState(await store.load());
  const learner = createLearner({ ...options, ...(state === undefined ? {} : { state }) });
  return { ...learner, save: async () => store.save(JSON.stringify(learner.state())) };
}

function parseState(text: string | null): LearningState | undefined {
  if (text === null) return undefined;
  try {
    const value: LearningState = JSON.parse(text);
    return value.version === 1 && typeof value.evidence === 'object' ? value : undefined;
  } catch {
    // Not JSON: begin anew, as the docstring says.
    return undefined;
  }
}

function note(
  evidence: Map<string, Evidence>,
  key: string,
  event: OutcomeEvent,
  decay: (from: number, to: number) => number,
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

/** The posterior shift in logits, by one Newton step from the estimate. */
function shiftOf(
  evidence: Evidence | undefined,
  now: number,
  decay: (from: number, to: number) => number,
): number {
  if (evidence === undefined) return 0;
  const kept = decay(evidence.atMs, now);
  return (kept * evidence.surprise) / (kept * evidence.information + 1 / PRIOR_VARIANCE);
}

/** Four decimals are enough, and keep the state small. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
