import type { Suitable } from '../filter/suitable.ts';
import { aimOf } from './aim-of.ts';
import { bySteps } from './by-steps.ts';
import { byTarget } from './by-target.ts';
import { byValue } from './by-value.ts';
import type { Candidate } from './candidate.ts';
import { candidateOf } from './candidate-of.ts';
import type { Goal } from './goal.ts';
import { rankOf } from './rank-of.ts';
import type { PickedModel } from './picked-model.ts';
import { type ScoreModelsOptions, scoreModels } from './score-models.ts';

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
  const aim = aimOf(options.goal);
  const { target, valueUsd } = aim;
  scoreModels(options, aim);
  const picks = pick(options, target, valueUsd);
  return { target, candidates: picks.map((picked) => candidateOf(picked, options)) };
}

function pick(options: RankModelsOptions, target: number, valueUsd: number | null): PickedModel[] {
  const { suitable, preferred, count } = options;
  if (preferred !== undefined) return inCallersOrder(suitable, preferred, count);
  if (valueUsd !== null) return byValue(suitable, valueUsd, count);
  return options.escalating === true ? bySteps(target, options) : byTarget(target, options);
}

function inCallersOrder(
  suitable: Suitable,
  preferred: readonly string[],
  count: number,
): PickedModel[] {
  return [...new Set(preferred)]
    .map((id) => rankOf(suitable, id))
    .filter((rank) => rank >= 0)
    .slice(0, count)
    .map((rank) => ({ rank, reason: 'asked for by the caller' }));
}
