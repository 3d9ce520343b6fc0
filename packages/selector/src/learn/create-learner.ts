import type { AbilityOffset } from '../choose/ability-offset.ts';
import { LOGIT_PER_POINT } from '../ability/success.ts';
import type { Decay } from './decay.ts';
import type { Evidence, LearningState } from './learning-state.ts';
import { noteOutcome } from './note-outcome.ts';
import type { OutcomeEvent } from './outcome-event.ts';
import { shiftOf } from './shift-of.ts';

/** Where to begin, and how fast to forget. */
export interface CreateLearnerOptions {
  /** What an earlier learner returned as `state()`. Default: nothing learned. */
  readonly state?: LearningState | undefined;
  /** After this many days an outcome counts half. Default 14: providers change models silently. */
  readonly halfLifeDays?: number | undefined;
  /** Default: the system's clock. */
  readonly nowMs?: (() => number) | undefined;
}

/** What was learned about models from the outcomes of their answers. */
export interface Learner {
  record(event: OutcomeEvent): void;
  /** Hand it to `selectCandidates`. */
  readonly offsetOf: AbilityOffset;
  /** At most 25 kB as JSON. */
  state(): LearningState;
}

const DAY_MS = 24 * 3600 * 1000;

/** However bad or good the run, one model moves by no more than this many points. */
const MOST_POINTS = 15;

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
  const decay: Decay = (from, to) => 0.5 ** (Math.max(0, to - from) / DAY_MS / halfLifeDays);
  return {
    record: (event) => {
      for (const key of [event.modelId, `${event.modelId} ${event.task}`])
        noteOutcome(evidence, key, event, decay);
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
