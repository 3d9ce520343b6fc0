import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import type { GateRefusal } from '../chain/candidate-gate.ts';
import type { ChainOptions } from '../chain/chain-options.ts';
import type { FeatureMemory } from '../fit/feature-memory.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { HedgeOptions } from '../hedge/hedge-options.ts';
import type { JudgeOptions } from '../judge/judge-options.ts';
import type { Verifier } from '../judge/verify-options.ts';
import type { StreamRetryMemory } from '../recovery/stream-retry-memory.ts';
import type { StoryTeller } from '../report/told-metadata.ts';
import type { StickinessOptions } from '../stickiness/stickiness-options.ts';
import type { SuccessorOptions } from './successors.ts';

/** What steers a language model call besides its candidates. */
export interface LanguageOptions extends ChainOptions {
  /**
   * Called once with the whole story when a call is answered. What it returns is merged into the result's
   * `providerMetadata` (for a stream into that of its `finish` part). Must be JSON. What it throws goes to
   * `events.onHookError`.
   */
  readonly metadata?: StoryTeller;
  /** Asked right before each attempt, after the fit gate: quota, budget, policy. A refusal is told as `skipped`. */
  readonly gate?: (
    candidate: FallbackCandidate,
    params: LanguageModelV4CallOptions,
  ) => GateRefusal | undefined | PromiseLike<GateRefusal | undefined>;
  /** Shared knowledge of who answers at the moment. Default: none. */
  readonly health?: HealthOptions;
  /** A second candidate beside a slow one. Default: never. */
  readonly hedge?: HedgeOptions;
  /**
   * Adapts the prompt to each candidate's family (foreign reasoning, bare media types, cache markers) and stamps
   * answers with who produced them, so that the next step knows. @default true
   */
  readonly hygiene?: boolean;
  /** Stay with whoever served a conversation last. Needs `hygiene`, whose stamps it reads. Default: never. */
  readonly stickiness?: StickinessOptions;
  /** Shared by calls: who refused tools, images … before is not asked first again. Default: one per `fallback()`. */
  readonly featureMemory?: FeatureMemory;
  /** Lets the SDK's `streamRetries` go on to the next candidate. Default: one per `fallback()`; none for the engine. */
  readonly streamRetryMemory?: StreamRetryMemory;
  /**
   * After a break in the middle of text, lets a candidate with `facts.prefill` continue the text. The result is marked
   * (`continuation`) and may show a seam; never after a tool call. @default false
   */
  readonly continueText?: boolean;
  /** Default: successors named by an error are not followed. */
  readonly successors?: SuccessorOptions;
  /**
   * When a stream is shown: at the first output of any kind; only at text and files, so that a failure in reasoning
   * or in tool arguments can still be replaced unseen; after so many characters of text; or when the whole answer
   * has passed its checks.
   * @default 'first-content'
   */
  readonly hold?: HoldMode;
  /** Opt-in checks of whole answers. For streams they see what `hold` holds back until the finish. */
  readonly judge?: JudgeOptions;
  /** Escalates answers that are not good enough to the next candidate. Streams: with `hold: 'until-valid'`. */
  readonly verify?: Verifier;
}

/** See `hold`. */
export type HoldMode = 'first-content' | 'text' | 'until-valid' | number;

/** One call of the engine. */
export interface FallbackCall extends LanguageOptions {
  /** The plan of this call, best first. Never changed. */
  readonly candidates: readonly FallbackCandidate[];
  readonly params: LanguageModelV4CallOptions;
}
