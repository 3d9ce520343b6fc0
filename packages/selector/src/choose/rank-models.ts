import { aimOf } from './aim-of.ts';
import { bySteps } from './by-steps.ts';
import { byTarget } from './by-target.ts';
import { byValue } from './by-value.ts';
import type { Candidate } from './candidate.ts';
import { candidateOf } from './candidate-of.ts';
import type { Goal } from './goal.ts';
import type { PickedModel } from './picked-model.ts';
import { type ScoreModelsOptions, scoreModels } from './score-models.ts';
import { rankOf, type ScoredModels } from './scored-models.ts';

export interface RankModelsOptions extends ScoreModelsOptions {
  readonly goal: Goal;
  /** Ids in the caller's own order; they are kept in it. */
  readonly preferred?: readonly string[] | undefined;
  readonly count: number;
  /** Each next candidate halves the chance of failure that is allowed, instead of being the next cheapest. */
  readonly escalating?: boolean | undefined;
}

export interface Ranking {
  readonly target: number;
  readonly candidates: readonly Candidate[];
}

/**
 * Orders suitable models: those that reach the target by cost, then the rest by their chance. With a value, by value times
 * chance minus cost.
 */
export function rankModels(options: RankModelsOptions): Ranking {
  const { target, caution, valueUsd } = aimOf(options.goal);
  const scored = scoreModels(options, caution);
  const picks =
    options.preferred !== undefined
      ? inCallersOrder(scored, options.preferred, options.count)
      : valueUsd === null
        ? (options.escalating === true ? bySteps : byTarget)(scored, target, options)
        : byValue(scored, valueUsd, options.count);
  return { target, candidates: picks.map((pick) => candidateOf(scored, pick, options)) };
}

function inCallersOrder(
  scored: ScoredModels,
  preferred: readonly string[],
  count: number,
): PickedModel[] {
  return [...new Set(preferred)]
    .map((id) => rankOf(scored, id))
    .filter((rank) => rank >= 0)
    .slice(0, count)
    .map((rank) => ({ rank, reason: 'asked for by the caller' }));
}
