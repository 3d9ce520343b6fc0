import { benchmarkOf, type Model } from '@tierwise/catalog';
import type { Ability } from './ability.ts';
import { ABILITY_KINDS, type AbilityKind } from './ability-kind.ts';
import { imputeAbility } from './impute-ability.ts';

/** Abilities that the user knows better, by model id: points of the intelligence index, for all work or by kind. */
export type AbilityTable = Readonly<
  Record<string, number | { readonly [Kind in AbilityKind]?: number | undefined }>
>;

/** A model's ability at each kind of work. */
export type Abilities = Readonly<Record<AbilityKind, Ability>>;

/** How far a user's own number or a measured index may be off for the traffic at hand, in points. */
const USER_SIGMA = 2;
const BENCHMARK_SIGMA = 3;

/**
 * How the other indices read in points of the intelligence index: least squares over the 136 models of the public
 * `GET /models` body of 2026-08-16 that carry all three (rms 3.0 and 3.4 points). The indices are not shipped.
 */
const IN_POINTS: Readonly<Record<AbilityKind, (value: number) => number>> = {
  general: (value) => value,
  coding: (value) => 1.7 + 0.724 * value,
  agentic: (value) => 13.8 + 0.874 * value,
};

const METRICS: Readonly<Record<AbilityKind, string>> = {
  general: 'intelligence',
  coding: 'coding',
  agentic: 'agentic',
};

/**
 * Estimates what a model can do, best source first: the user's table, the benchmarks that a live catalogue
 * carries, its listed facts. A `:free` or other variant inherits from its plain sibling, because a price of
 * zero says nothing about the model behind it.
 */
export function estimateAbilities(
  model: Model,
  sibling: Model | undefined,
  table: AbilityTable,
): Abilities {
  const source = sibling ?? model;
  const imputed = imputeAbility(source);
  const of = (kind: AbilityKind): Ability =>
    fromTable(table[model.id] ?? table[source.id], kind) ??
    measured(model, kind) ??
    measured(source, kind) ??
    anyMeasured(source) ??
    imputed;
  const [general, coding, agentic] = ABILITY_KINDS.map(of);
  return { general: general ?? imputed, coding: coding ?? imputed, agentic: agentic ?? imputed };
}

function fromTable(
  entry: AbilityTable[string] | undefined,
  kind: AbilityKind,
): Ability | undefined {
  const points = typeof entry === 'object' ? (entry[kind] ?? entry.general) : entry;
  return points === undefined ? undefined : { points, sigma: USER_SIGMA, source: 'user' };
}

function measured(model: Model, kind: AbilityKind): Ability | undefined {
  const value = benchmarkOf(model, METRICS[kind])?.value;
  if (value === undefined) return undefined;
  return { points: IN_POINTS[kind](value), sigma: BENCHMARK_SIGMA, source: 'benchmark' };
}

/** An index of another kind still says more than the price; it is just less sure. */
function anyMeasured(model: Model): Ability | undefined {
  const found = ABILITY_KINDS.map((kind) => measured(model, kind)).find(Boolean);
  return found === undefined ? undefined : { ...found, sigma: BENCHMARK_SIGMA + 1.5 };
}
