import type { Tier } from '@tierwise/catalog';
import type { AttemptOutcome, FailureClass } from '@tierwise/fallback-middleware';
import type { Language, Task } from '@tierwise/selector';

/**
 * What a call says about itself, in `providerMetadata.tierwise`, and on the error of a call that nobody answered; read
 * either with `tierwiseMetadata`. JSON throughout; money as exact decimal strings.
 */
export type TierwiseMetadata = {
  callId: string;
  decision: TierwiseDecision;
  attempts: TierwiseAttempt[];
  /** `null` when no candidate answered; then the call rejected with a `FallbackExhaustedError` that carries all this. */
  served: { modelId: string; provider?: string; generationId?: string } | null;
  cost: TierwiseCost & { baseline?: { modelId: string; usd: string } };
  /** Present when the simulator answered: no real model ran. */
  simulated?: true;
};

/** What was decided before the first attempt. */
export type TierwiseDecision = {
  task: Task;
  tier: Tier;
  /** 0 (easy) … 1 (hard). */
  difficulty: number;
  /** What the difficulty is made of, largest first. */
  signals: { name: string; amount: number }[];
  language: Language;
  /** The chance of a right answer that the policy asks for, 0 … 1. */
  target: number;
  /** `pOk` is the estimated chance of a right answer. */
  candidates: { modelId: string; tier: Tier; pOk: number; estCostUsd: string; reason: string }[];
  /** With `explain` only: each model that was left out and the first rule that objected. */
  dropped?: { modelId: string; rule: string; detail: string }[];
  decidedInMs: number;
};

/** One candidate's part in a call. */
export type TierwiseAttempt = {
  modelId: string;
  outcome: AttemptOutcome;
  failure?: TierwiseFailure;
  /** Why it was skipped or abandoned, in words. */
  reason?: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  ttftMs?: number;
  durationMs: number;
  cost: TierwiseCost;
};

/** Why an attempt failed, without prompt and key. */
export type TierwiseFailure = {
  class: FailureClass;
  status?: number;
  code?: string;
  message: string;
  retryAfterMs?: number;
};

/** An amount of US dollars. `unknown` is a value of its own: only `"0"` means free. */
export type TierwiseCost = {
  usd: string | null;
  source: 'reported' | 'computed' | 'unknown';
  /** Where `usd` is unknown: the part that is known. */
  atLeastUsd?: string;
};
