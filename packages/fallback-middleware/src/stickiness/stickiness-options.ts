import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';

/** A step back from the candidate that served last to the first of the plan. */
export interface ReturnMove {
  readonly from: FallbackCandidate;
  readonly to: FallbackCandidate;
  readonly params: LanguageModelV4CallOptions;
}

/** A step that stays with the candidate that served the last one, instead of the first of the plan. */
export type StayMove = ReturnMove;

/** Staying with the candidate that answered last, as long as that is worth it. */
export interface StickinessOptions {
  /**
   * Asked at a turn boundary: whether going back to the first candidate is worth the prompt cache that is lost with
   * the present one. The caller knows the prices. Default: yes.
   */
  readonly mayReturn?: (move: ReturnMove) => boolean;
  /** Asked within a run: whether staying is worth passing over the plan's own first candidate. Default: yes. */
  readonly mayStay?: (move: StayMove) => boolean;
  /** Pins that outlast a run, by a session of your own. Default: a run only. */
  readonly pins?: PinStore;
  /** Names the session a call belongs to; undefined means none. Needed for `pins`. */
  readonly sessionOf?: (params: LanguageModelV4CallOptions) => string | undefined;
}

/** Remembers which candidate a session stays with. */
export interface PinStore {
  /** The pinned candidate's id; counts as one use. */
  use(session: string): string | undefined;
  /** Pins a session anew, which starts its counters anew. */
  pin(session: string, candidateId: string): void;
  unpin(session: string): void;
}
