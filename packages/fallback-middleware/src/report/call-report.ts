import type {
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider';
import type { Verification } from '../judge/verify-options.ts';
import type { FailureClass } from '../failure/failure-class.ts';

/** How an attempt ended. `skipped` was never started; `abandoned` was cancelled before it could answer. */
export type AttemptOutcome = 'served' | 'failed' | 'skipped' | 'abandoned';

/** A failure as it is told: no prompt, no key, no stack. */
export interface AttemptFailure {
  readonly class: FailureClass;
  readonly status?: number;
  readonly code?: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** One candidate's part in a call. What a failed attempt reported is kept: it may have been billed. */
export interface AttemptReport {
  readonly candidateId: string;
  readonly outcome: AttemptOutcome;
  readonly failure?: AttemptFailure;
  /** Why it was skipped or abandoned, in words. */
  readonly reason?: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Time to the first content part of a stream. */
  readonly ttftMs?: number;
  readonly durationMs: number;
  /** Absent means unknown, not zero. */
  readonly usage?: LanguageModelV4Usage;
  readonly finishReason?: LanguageModelV4FinishReason;
  /** The model the server says it used. */
  readonly responseModelId?: string;
  readonly generationId?: string;
  /** The upstream provider that OpenRouter names, else the model's provider. */
  readonly provider?: string;
  readonly providerMetadata?: SharedV4ProviderMetadata;
  /** This attempt continued the text of a broken one. */
  readonly continuation?: true;
  /** This attempt was started beside a slow one. */
  readonly hedge?: true;
  /** What the verifier of a cascade found, and what asking it used. */
  readonly verification?: Verification;
}

/** The story of one call. */
export interface CallReport {
  readonly attempts: readonly AttemptReport[];
  readonly served: AttemptReport | null;
}
