import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { CandidateGate } from '../chain/candidate-gate.ts';
import type { ChainCandidate } from '../chain/chain-candidate.ts';
import type { Clock } from '../clock/clock.ts';
import type { Failure } from '../failure/failure.ts';
import { featuresOf, type CallFeature } from './call-features.ts';
import type { FeatureMemory } from './feature-memory.ts';
import { refusedFeature } from './refused-feature.ts';

/** Passes over who refused a feature of this call before. It may be wrong by now, so it stays a last resort. */
export function featureGate(
  params: LanguageModelV4CallOptions,
  memory: FeatureMemory,
  clock: Clock,
): CandidateGate<ChainCandidate> {
  let known: readonly CallFeature[] | undefined;
  const features = (): readonly CallFeature[] => (known ??= featuresOf(params));
  return ({ id }) => {
    const lacking = memory.lacking(id, features, clock);
    return lacking === undefined
      ? undefined
      : { skip: `it refused a call for its ${lacking} lately`, lastResort: true };
  };
}

/** Learns from a failure what its candidate lacks. */
export function rememberRefusal(
  params: LanguageModelV4CallOptions,
  memory: FeatureMemory,
  clock: Clock,
): (candidate: ChainCandidate, failure: Failure) => void {
  return ({ id }, failure) => {
    if (failure.class !== 'unsupported') return;
    const feature = refusedFeature(failure, featuresOf(params));
    if (feature !== undefined) memory.remember(id, feature, clock);
  };
}
