import type { Tier } from '@tierwise/catalog';
import { allowedModels } from '../filter/allowed-models.ts';
import { checkPolicy } from '../filter/check-policy.ts';
import { type Dropped, droppedModels } from '../filter/dropped-models.ts';
import { suitableModels } from '../filter/filter-models.ts';
import type { Policy } from '../filter/policy.ts';
import type { ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { AbilityOffset } from './ability-offset.ts';
import type { Candidate } from './candidate.ts';
import { NoCandidateError } from './no-candidate-error.ts';
import { checkModels } from './check-models.ts';
import { offsetsOf } from './offsets-of.ts';
import { rankModels } from './rank-models.ts';
import type { WarmModel } from './warm-model.ts';

const ANY: Policy = {};

/** What to choose from, for what, and within which limits. */
export interface SelectCandidatesOptions {
  /** What `indexModels` made of the catalogue's models. */
  readonly index: ModelIndex;
  readonly requirements: Requirements;
  readonly policy?: Policy;
  /** The longest list. Default 4: more than three failures in a row are an outage, not bad luck. */
  readonly maxCandidates?: number;
  /** When the call happens; prices and expiry depend on it. Default now. */
  readonly at?: Date;
  /** Models that are not to be asked now: cooling down, over quota. Default none. */
  readonly unavailable?: ReadonlySet<string> | undefined;
  /** The model that served the conversation last, with its warm cache. Default none. */
  readonly warm?: WarmModel | undefined;
  /** What was learned about models since the catalogue was made, for example of a `Learner`. Default nothing. */
  readonly offsetOf?: AbilityOffset | undefined;
  /**
   * Order the list for a verifier: each next candidate halves the chance of failure that is allowed. Default false: each
   * next is the next cheapest that reaches the target, which is what an outage asks for.
   */
  readonly escalating?: boolean | undefined;
}

/** Whom to ask, in order, and who was left out. */
export interface Selection {
  /** The price band of the first candidate. */
  readonly tier: Tier;
  /** The chance of a right answer that the policy's goal asks for, 0 … 1. */
  readonly target: number;
  /** Best first, never empty; vendors alternate so that one outage does not take all. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
  /** Every model that was left out and why; worked out when it is read. */
  readonly dropped: readonly Dropped[];
}

/**
 * Chooses which models should answer: hard filters first, then the cheapest models whose chance of a right answer
 * reaches the target, then the ablest of the rest. Pure: the same input gives the same list, in any order of `index`.
 *
 * @throws InvalidPolicyError when the policy says what cannot be followed.
 * @throws UnknownModelError when `policy.models` names a model that the index lacks.
 * @throws NoCandidateError when no model passes the filters; it carries every dropped model and its rule.
 */
export function selectCandidates(options: SelectCandidatesOptions): Selection {
  const { index, requirements, policy = ANY, maxCandidates = 4, at = new Date() } = options;
  checkPolicy(policy);
  if (policy.models !== undefined) checkModels(policy.models, index);
  const context = { requirements, policy, at, unavailable: options.unavailable };
  const table = allowedModels(index, policy, at);
  // The caller's code is asked first: from here on the table's workspace is in use.
  const offsets = offsetsOf(table, requirements.task, options.offsetOf);
  const { target, candidates } = rankModels({
    suitable: suitableModels(table, context),
    requirements,
    goal: policy,
    preferred: policy.models,
    count: maxCandidates,
    at,
    warm: options.warm,
    offsets,
    escalating: options.escalating,
  });
  if (!isFilled(candidates)) throw new NoCandidateError({ dropped: droppedModels(index, context) });
  return {
    tier: candidates[0].tier,
    target,
    candidates,
    get dropped() {
      return droppedModels(index, context);
    },
  };
}

function isFilled(candidates: readonly Candidate[]): candidates is Selection['candidates'] {
  return candidates.length > 0;
}
