import { type Model, tierOf } from '@tierwise/catalog';
import { compareUsd, estimateCost } from '@tierwise/pricing';
import type { Abilities } from '../ability/estimate-abilities.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { alternateVendors } from './alternate-vendors.ts';
import type { Candidate } from './candidate.ts';
import { requiredAbility } from './required-ability.ts';

export interface RankModelsOptions {
  readonly models: readonly Model[];
  readonly requirements: Requirements;
  readonly abilities: Abilities;
  /** Ids in the caller's own order; they are kept in it. */
  readonly preferred?: readonly string[] | undefined;
  readonly at: Date;
}

export interface Ranking {
  readonly requiredAbility: number;
  readonly candidates: readonly Candidate[];
}

/** Orders suitable models: those able enough by expected cost, then the rest by ability. */
export function rankModels(options: RankModelsOptions): Ranking {
  const { requirements, preferred } = options;
  const priced = options.models.flatMap((model) => price(model, options));
  const required = requiredAbility(
    requirements.difficulty,
    priced.map(({ ability }) => ability),
  );
  if (preferred !== undefined)
    return { requiredAbility: required, candidates: inCallersOrder(priced, preferred) };

  const able = priced.filter(({ ability }) => ability >= required).toSorted(byCost);
  const rest = priced
    .filter(({ ability }) => ability < required)
    .toSorted((one, other) => other.ability - one.ability || byCost(one, other));
  const ordered = [...alternateVendors(able), ...alternateVendors(rest)];
  return {
    requiredAbility: required,
    candidates: ordered.map((entry, position) =>
      explain(entry, position, able.length, requirements),
    ),
  };
}

function price(model: Model, { requirements, abilities, at }: RankModelsOptions): Candidate[] {
  const estCostUsd = estimateCost({
    model,
    inputTokens: requirements.inputTokens.expected,
    outputTokens: requirements.outputTokens.expected,
    at,
  });
  const tier = tierOf(model);
  // The filters let no model without a price through; this only tells the compiler.
  if (estCostUsd === null || tier === null) return [];
  return [
    { modelId: model.id, tier, ability: abilities.get(model.id) ?? 0, estCostUsd, reason: '' },
  ];
}

function byCost(one: Candidate, other: Candidate): number {
  return (
    compareUsd(one.estCostUsd, other.estCostUsd) ||
    other.ability - one.ability ||
    (one.modelId < other.modelId ? -1 : 1)
  );
}

function inCallersOrder(
  candidates: readonly Candidate[],
  preferred: readonly string[],
): Candidate[] {
  return candidates
    .toSorted((one, other) => preferred.indexOf(one.modelId) - preferred.indexOf(other.modelId))
    .map((candidate) => ({ ...candidate, reason: 'asked for by the caller' }));
}

function explain(
  candidate: Candidate,
  position: number,
  ableCount: number,
  { task, difficulty }: Requirements,
): Candidate {
  const need = `for ${task} at difficulty ${difficulty.toFixed(2)}`;
  if (position === 0 && ableCount > 0)
    return { ...candidate, reason: `cheapest of ${ableCount} able enough ${need}` };
  if (position < ableCount)
    return { ...candidate, reason: `next cheapest from another vendor, able enough ${need}` };
  return { ...candidate, reason: `ablest left ${need}` };
}
