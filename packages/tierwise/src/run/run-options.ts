import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';

/** One call of the runner. */
export interface RunOptions {
  readonly params: LanguageModelV4CallOptions;
  /** The wrapped model, asked last and only when `lastResort` is `wrapped`. */
  readonly wrapped?: LanguageModelV4 | undefined;
}
