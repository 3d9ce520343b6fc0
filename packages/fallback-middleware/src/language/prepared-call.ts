import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { resolveChainOptions, type ResolvedChainOptions } from '../chain/chain-options.ts';
import { toLanguageCandidates, type LanguageCandidate } from './language-candidate.ts';
import type { FallbackCall, LanguageOptions } from './language-options.ts';

/** A call whose options are checked and whose models are upgraded; both are worth doing once for many calls. */
export interface PreparedCall extends LanguageOptions {
  readonly candidates: readonly LanguageCandidate[];
  readonly params: LanguageModelV4CallOptions;
  readonly resolved: ResolvedChainOptions;
}

/** Checks and upgrades. @throws FallbackOptionsError for an empty plan, an id used twice or a wrong option. */
export function prepareCall(input: FallbackCall): PreparedCall {
  return {
    ...input,
    candidates: toLanguageCandidates(input.candidates),
    resolved: resolveChainOptions(input),
  };
}
