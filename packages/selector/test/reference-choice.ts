import { estimateCost } from '@tierwise/pricing';
import { abilityKindOf } from '../src/ability/ability-kind.ts';
import { CHINESE_LIFT_POINTS } from '../src/ability/chinese-makers.ts';
import {
  hardnessOf,
  LOGIT_PER_POINT,
  logistic,
  logit,
  successTerms,
} from '../src/ability/success.ts';
import { aimOf } from '../src/choose/aim-of.ts';
import type { SelectCandidatesOptions } from '../src/choose/select-candidates.ts';
import { droppedModels } from '../src/filter/dropped-models.ts';
import type { IndexedModel } from '../src/model-index/index-models.ts';

/** A model with what a choice compares. */
interface Scored {
  readonly id: string;
  readonly vendor: string;
  readonly chance: number;
  readonly cost: number;
}

/**
 * Chooses as `selectCandidates` does, by filtering in words and sorting objects, without a thought for speed: the ids in their order.
 */
export function referenceChoice(
  options: SelectCandidatesOptions & { readonly at: Date },
): string[] {
  const { index, requirements, policy = {}, at, unavailable, maxCandidates = 4 } = options;
  const context = { requirements, policy, at, unavailable };
  const dropped = new Set(droppedModels(index, context).map(({ modelId }) => modelId));
  const suitable = index
    .filter(({ model }) => !dropped.has(model.id))
    .map((indexed) => score(indexed, options));
  const { target, valueUsd } = aimOf(policy);
  if (policy.models !== undefined) {
    const ids = [...new Set(policy.models)];
    return ids.filter((id) => suitable.some((one) => one.id === id)).slice(0, maxCandidates);
  }
  if (valueUsd !== null) {
    const worth = ({ chance, cost }: Scored): number => cost - logistic(chance) * valueUsd;
    return take(sorted(suitable, worth, costOf), maxCandidates);
  }
  if (options.escalating === true) return steps(suitable, target, maxCandidates, options);
  return byTarget(suitable, target, maxCandidates, leastOf(suitable, options));
}

function score(
  indexed: IndexedModel,
  options: SelectCandidatesOptions & { readonly at: Date },
): Scored {
  const { requirements, policy = {}, warm, offsetOf, at } = options;
  const { model, abilities, chineseFirst, speed } = indexed;
  const { caution, latencyUsdPerSecond } = aimOf(policy);
  const ability = abilities[abilityKindOf(requirements.task)];
  const { lift, sureness } = successTerms(ability);
  const chinese = requirements.language.startsWith('zh') && chineseFirst ? CHINESE_LIFT_POINTS : 0;
  const learned = offsetOf?.(model.id, requirements.task) ?? 0;
  const points = chinese + learned - caution * ability.sigma;
  const outputTokens = requirements.outputTokens.expected;
  const cost = estimateCost({
    model,
    inputTokens: requirements.inputTokens.expected,
    outputTokens,
    cachedInputTokens: warm?.modelId === model.id ? warm.cachedInputTokens : 0,
    at,
  });
  const seconds =
    (speed.latencyMs ?? 0) / 1000 + outputTokens / (speed.tokensPerSecond ?? Infinity);
  return {
    id: model.id,
    vendor: model.vendor,
    chance: sureness * (lift + hardnessOf(requirements.difficulty) + LOGIT_PER_POINT * points),
    cost: Number(cost ?? Infinity) + latencyUsdPerSecond * seconds,
  };
}

function byTarget(
  models: readonly Scored[],
  target: number,
  count: number,
  least: number,
): string[] {
  const wanted = Math.max(target <= 0 ? -Infinity : logit(target), least);
  const able = models.filter(({ chance }) => chance >= wanted);
  const rest = models.filter(({ chance }) => chance < wanted);
  const first = take(sorted(able, costOf, lossOf), count);
  return [...first, ...take(sorted(rest, lossOf, costOf), count - first.length)];
}

function steps(
  models: readonly Scored[],
  target: number,
  count: number,
  options: SelectCandidatesOptions,
): string[] {
  const least = leastOf(models, options);
  const taken: Scored[] = [];
  for (let wanted = target; taken.length < count; wanted = 1 - (1 - wanted) / 2) {
    const left = models.filter((model) => !taken.includes(model));
    const others = left.filter(({ vendor }) => !taken.some((one) => one.vendor === vendor));
    const [next] = byTarget(others.length > 0 ? others : left, wanted, 1, least);
    if (next === undefined) break;
    taken.push(models.find(({ id }) => id === next)!);
  }
  return taken.map(({ id }) => id);
}

/** Inside a tool loop nothing less able than the model that began it comes first. */
function leastOf(
  models: readonly Scored[],
  { requirements, warm }: SelectCandidatesOptions,
): number {
  const began = models.find(({ id }) => id === warm?.modelId);
  return requirements.agentStep && began !== undefined ? began.chance : -Infinity;
}

const costOf = ({ cost }: Scored): number => cost;
const lossOf = ({ chance }: Scored): number => -chance;

function sorted(
  models: readonly Scored[],
  key: (model: Scored) => number,
  tie: (model: Scored) => number,
): Scored[] {
  return models.toSorted(
    (one, other) =>
      compare(key(one), key(other)) ||
      compare(tie(one), tie(other)) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** Amounts that differ by less than floats can tell are the same. */
function compare(one: number, other: number): number {
  if (Math.abs(one - other) <= 1e-12 * Math.abs(one)) return 0;
  return one < other ? -1 : 1;
}

/** The best first, each from another vendor as long as there is one. */
function take(models: readonly Scored[], count: number): string[] {
  const left = [...models];
  const taken: string[] = [];
  let vendors = new Set<string>();
  while (taken.length < count && left.length > 0) {
    const place = left.findIndex(({ vendor }) => !vendors.has(vendor));
    if (place === -1) {
      vendors = new Set();
      continue;
    }
    const [next] = left.splice(place, 1);
    vendors.add(next!.vendor);
    taken.push(next!.id);
  }
  return taken;
}
