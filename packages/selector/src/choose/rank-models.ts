import { type Decimal, parseDecimal } from '@tierwise/catalog';
import { estimateCost } from '@tierwise/pricing';
import type { IndexedModel, ModelIndex } from '../model-index/index-models.ts';
import type { Requirements } from '../requirements/requirements.ts';
import { alternateVendors } from './alternate-vendors.ts';
import type { Candidate } from './candidate.ts';
import { requiredAbility } from './required-ability.ts';

export interface RankModelsOptions {
  readonly suitable: ModelIndex;
  readonly requirements: Requirements;
  /** Ids in the caller's own order; they are kept in it. */
  readonly preferred?: readonly string[] | undefined;
  readonly at: Date;
}

export interface Ranking {
  readonly requiredAbility: number;
  readonly candidates: readonly Candidate[];
}

/** A candidate with its cost as an exact number, so that sorting parses no strings. */
interface PricedCandidate extends Candidate {
  readonly cost: Decimal;
}

/** Orders suitable models: those able enough by expected cost, then the rest by ability. */
export function rankModels({ suitable, requirements, preferred, at }: RankModelsOptions): Ranking {
  const required = requiredAbility(
    requirements.difficulty,
    suitable.map(({ ability }) => ability),
  );
  const priced = suitable.flatMap((indexed) => price(indexed, requirements, at));
  const candidates =
    preferred === undefined
      ? byValue(priced, required, requirements)
      : inCallersOrder(priced, preferred);
  return { requiredAbility: required, candidates: candidates.map(withoutNumber) };
}

function byValue(
  priced: readonly PricedCandidate[],
  required: number,
  requirements: Requirements,
): PricedCandidate[] {
  const able = priced.filter(({ ability }) => ability >= required).toSorted(byCost);
  const rest = priced
    .filter(({ ability }) => ability < required)
    .toSorted((one, other) => other.ability - one.ability || byCost(one, other));
  return [...alternateVendors(able), ...alternateVendors(rest)].map((candidate, position) =>
    explain(candidate, position, able.length, requirements),
  );
}

function price(
  { model, tier, ability }: IndexedModel,
  { inputTokens, outputTokens }: Requirements,
  at: Date,
): PricedCandidate[] {
  const estCostUsd = estimateCost({
    model,
    inputTokens: inputTokens.expected,
    outputTokens: outputTokens.expected,
    at,
  });
  const cost = estCostUsd === null ? null : parseDecimal(estCostUsd);
  // The filters let no model without a price through; this only tells the compiler.
  if (estCostUsd === null || cost === null || tier === null) return [];
  return [{ modelId: model.id, tier, ability, estCostUsd, reason: '', cost }];
}

function byCost(one: PricedCandidate, other: PricedCandidate): number {
  if (one.cost !== other.cost) return one.cost < other.cost ? -1 : 1;
  return other.ability - one.ability || (one.modelId < other.modelId ? -1 : 1);
}

function withoutNumber({ cost: _cost, ...candidate }: PricedCandidate): Candidate {
  return candidate;
}

function inCallersOrder(
  candidates: readonly PricedCandidate[],
  preferred: readonly string[],
): PricedCandidate[] {
  return candidates
    .toSorted((one, other) => preferred.indexOf(one.modelId) - preferred.indexOf(other.modelId))
    .map((candidate) => ({ ...candidate, reason: 'asked for by the caller' }));
}

function explain(
  candidate: PricedCandidate,
  position: number,
  ableCount: number,
  { task, difficulty }: Requirements,
): PricedCandidate {
  const need = `for ${task} at difficulty ${difficulty.toFixed(2)}`;
  if (position === 0 && ableCount > 0)
    return { ...candidate, reason: `cheapest of ${ableCount} able enough ${need}` };
  if (position < ableCount)
    return { ...candidate, reason: `next cheapest from another vendor, able enough ${need}` };
  return { ...candidate, reason: `ablest left ${need}` };
}
