import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { CandidateGate } from '../chain/candidate-gate.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import { callNeedOf, type CallNeed } from './call-need.ts';
import { misfitOf } from './misfit-of.ts';

/** Lets through who can take the call, as far as the candidate's facts tell. The need is read once, when first wanted. */
export function fitGate(params: LanguageModelV4CallOptions): CandidateGate<ChainCandidate> {
  let need: CallNeed | undefined;
  return ({ facts }) => {
    if (facts === undefined) return undefined;
    need ??= callNeedOf(params);
    const misfit = misfitOf(facts, need);
    return misfit === undefined ? undefined : { skip: misfit };
  };
}
