import type { Clock } from '../clock/clock.ts';
import type { CallFeature } from './call-features.ts';

/** What candidates have refused before, so that the next call with the same feature need not ask them first. */
export interface FeatureMemory {
  /** The first of the features that this candidate is known to lack. */
  lacking(
    candidateId: string,
    features: () => readonly CallFeature[],
    clock: Clock,
  ): CallFeature | undefined;
  remember(candidateId: string, feature: CallFeature, clock: Clock): void;
}

// Upstreams gain features now and then: after an hour the candidate is asked again.
const rememberedMs = 3_600_000;
const mostRemembered = 1_000;

/** A memory for one middleware or model; bounded in time and number. */
export function createFeatureMemory(): FeatureMemory {
  const refusals = new Map<string, Map<CallFeature, number>>();
  return {
    lacking: (candidateId, features, clock) => {
      const known = refusals.get(candidateId);
      if (known === undefined) return undefined;
      const nowMs = clock.monotonicMs();
      return features().find((feature) => (known.get(feature) ?? 0) > nowMs);
    },
    remember: (candidateId, feature, clock) => {
      const known = refusals.get(candidateId) ?? new Map<CallFeature, number>();
      known.set(feature, clock.monotonicMs() + rememberedMs);
      refusals.delete(candidateId);
      refusals.set(candidateId, known);
      const oldest = refusals.keys().next();
      if (refusals.size > mostRemembered && oldest.done !== true) refusals.delete(oldest.value);
    },
  };
}
