import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import type { SuccessorSource } from '../chain/chain-call.ts';
import { toLanguageCandidate, type LanguageCandidate } from './language-candidate.ts';

/** Whether and how the models that OpenRouter names as successors of a lost one are followed. */
export interface SuccessorOptions {
  /** Makes a candidate of a model id, with its facts; undefined refuses it (price, policy, capabilities). */
  readonly resolve: (modelId: string, failed: FallbackCandidate) => FallbackCandidate | undefined;
  /** `free-for-free` follows only from a free candidate to a free one. `all` may cost money. @default 'free-for-free' */
  readonly allow?: 'free-for-free' | 'all';
}

/** The options as the chain wants them. */
export function successorSource(
  options: SuccessorOptions | undefined,
): SuccessorSource<LanguageCandidate> | undefined {
  if (options === undefined) return undefined;
  return (modelId, failed) => {
    const candidate = options.resolve(modelId, failed);
    if (candidate === undefined) return undefined;
    const bothFree = failed.facts?.free === true && candidate.facts?.free === true;
    return options.allow === 'all' || bothFree ? toLanguageCandidate(candidate) : undefined;
  };
}
