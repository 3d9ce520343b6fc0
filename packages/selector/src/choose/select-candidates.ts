import type { Tier } from '@tierwise/catalog';
import { type Dropped, filterModels } from '../filter/filter-models.ts';
import type { Policy } from '../filter/policy.ts';
import type { ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Candidate } from './candidate.ts';
import { NoCandidateError } from './no-candidate-error.ts';
import { rankModels } from './rank-models.ts';

export interface SelectCandidatesOptions {
  /** What `indexModels` made of the catalogue's models. */
  readonly index: ModelIndex;
  readonly requirements: Requirements;
  readonly policy?: Policy;
  /** The longest list. Default 4: more than three failures in a row are an outage, not bad luck. */
  readonly maxCandidates?: number;
  /** When the call happens; prices and expiry depend on it. Default now. */
  readonly at?: Date;
}

export interface Selection {
  /** The price band of the first candidate. */
  readonly tier: Tier;
  /** The ability that the call's difficulty asks for among the suitable models. */
  readonly requiredAbility: number;
  /** Best first, never empty; vendors alternate so that one outage does not take all. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
  readonly dropped: readonly Dropped[];
}

/**
 * Chooses which models should answer: hard filters first, then the cheapest models whose estimated ability
 * reaches what the difficulty asks for. Pure: the same input gives the same list, in any order of `index`.
 *
 * @throws NoCandidateError when no model passes the filters; it carries every dropped model and its rule.
 */
export function selectCandidates(options: SelectCandidatesOptions): Selection {
  const { index, requirements, policy = {}, maxCandidates = 4, at = new Date() } = options;
  const { suitable, dropped } = filterModels(index, { requirements, policy, at });
  const ranking = rankModels({
    suitable,
    requirements,
    preferred: policy.models,
    at,
  });
  const [first, ...others] = ranking.candidates.slice(0, maxCandidates);
  if (first === undefined) throw new NoCandidateError({ dropped });
  return {
    tier: first.tier,
    requiredAbility: ranking.requiredAbility,
    candidates: [first, ...others],
    dropped,
  };
}
