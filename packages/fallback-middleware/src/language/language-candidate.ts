import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import { upgradeModel } from '../candidate/upgrade-model.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import { stampOf, type Stamp } from '../hygiene/stamp.ts';

/** A candidate whose model speaks V4, with the stamp that its answers carry. */
export type LanguageCandidate = FallbackCandidate & {
  readonly model: LanguageModelV4;
  readonly stamp: Stamp;
};

/** Upgrades every model of a plan. @throws FallbackOptionsError for an empty plan or an id that is used twice. */
export function toLanguageCandidates(
  candidates: readonly FallbackCandidate[],
): LanguageCandidate[] {
  if (candidates.length === 0) {
    throw new FallbackOptionsError({
      path: 'candidates',
      expected: 'a list of at least one candidate',
      received: candidates,
    });
  }
  checkIds(candidates);
  return candidates.map(toLanguageCandidate);
}

/** The candidate with what no call needs to work out anew. */
export function toLanguageCandidate(candidate: FallbackCandidate): LanguageCandidate {
  return { ...candidate, model: upgradeModel(candidate.model), stamp: stampOf(candidate) };
}

function checkIds(candidates: readonly FallbackCandidate[]): void {
  const seen = new Set<string>();
  for (const { id } of candidates) {
    if (seen.has(id)) {
      throw new FallbackOptionsError({
        path: 'candidates',
        expected: `a list without duplicates ("${id}" is there twice; give one of them another id)`,
        received: candidates,
      });
    }
    seen.add(id);
  }
}
