import type { LanguageModelV4StreamPart, LanguageModelV4StreamResult } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import type { AttemptSource } from './attempt-source.ts';
import type { StreamWatch } from './stream-watch.ts';

/** An attempt whose stream is to be shown: what was held back, and where the rest comes from. */
export interface CommittedStream {
  readonly attempt: Attempt<LanguageCandidate>;
  readonly result: LanguageModelV4StreamResult;
  readonly source: AttemptSource;
  readonly watch: StreamWatch;
  readonly held: readonly LanguageModelV4StreamPart[];
}
