import type { LanguageModelV4CallOptions, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import type { ChainOptions } from '../chain/chain-options.ts';
import type { CallReport } from '../report/call-report.ts';

/** What steers a language model call besides its candidates. */
export interface LanguageOptions extends ChainOptions {
  /**
   * Called once with the whole story when a call is answered. What it returns is merged into the result's
   * `providerMetadata` (for a stream into that of its `finish` part). Must be JSON.
   */
  readonly metadata?: (report: CallReport) => SharedV4ProviderMetadata | undefined;
  /**
   * When a stream counts as committed: at the first output of any kind, or only at text and files, so that a failure
   * in reasoning or in tool arguments can still be replaced unseen.
   * @default 'first-content'
   */
  readonly hold?: 'first-content' | 'text';
}

/** One call of the engine. */
export interface FallbackCall extends LanguageOptions {
  /** The plan of this call, best first. Never changed. */
  readonly candidates: readonly FallbackCandidate[];
  readonly params: LanguageModelV4CallOptions;
}
