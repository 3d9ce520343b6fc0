import { drawsOf } from './draws.ts';
import type { ReplayKind } from './prompts.ts';

/** A row of `GET /models` as far as the truth needs it. */
export interface BenchmarkedRow {
  readonly id: string;
  readonly created?: number;
  readonly pricing: { readonly prompt: string; readonly completion: string };
  readonly benchmarks?: {
    readonly artificial_analysis?: { readonly intelligence_index?: number | null };
  } | null;
}

/** Whether a model answers a call rightly; the selector never sees it. */
export interface HiddenTruth {
  /** True ability in points, for one kind of work. */
  pointsOf(modelId: string, kind: ReplayKind): number;
  /** 0 … 1. */
  chanceOf(modelId: string, kind: ReplayKind, hardness: number): number;
}

/** How far a published index is from what a model does on this traffic, and how far a guess from its neighbours is. */
const INDEX_NOISE = 4;
const NEIGHBOUR_NOISE = 8;
/** Every model has kinds of work that it is better or worse at. */
const KIND_NOISE = 5;
const NEIGHBOURS = 3;

/** Nobody is right always, and some wrong ways end at the right answer. */
const LAPSE = 0.015;
const LUCK = 0.03;
/** How steeply success falls with hardness. */
const SHAPE = 1.2;
/** Points that make a model e times as strong, and those of strength 1. */
const POINTS_PER_E = 14;
const POINTS_OF_ONE = 32;

/**
 * A truth of its own: the ability is the published intelligence index with noise and an offset for each kind of work, and for a
 * model without one the index of its nearest neighbours by price and age with more noise. Success falls with
 * hardness / strength as a Weibull curve with lapses. The selector estimates ability from listed facts by a regression and success by
 * a logistic curve, so that the two can disagree in level and in form.
 */
export function createHiddenTruth(
  listed: readonly BenchmarkedRow[],
  benchmarked: readonly BenchmarkedRow[],
): HiddenTruth {
  const indexed = benchmarked.filter((row) => indexOf(row) !== undefined);
  if (indexed.length < NEIGHBOURS)
    throw new RangeError(
      `The body carries ${indexed.length} intelligence indices; give a full body of GET /models of 2026-08 or later.`,
    );
  const indexById = new Map(indexed.map((row) => [row.id, indexOf(row)!]));
  const rows = new Map(listed.map((row) => [row.id, row]));
  const bases = new Map<string, number>();
  const baseOf = (modelId: string): number => {
    const known = bases.get(modelId) ?? drawBase(modelId);
    bases.set(modelId, known);
    return known;
  };
  // A variant such as `:batch` is the same model.
  const drawBase = (modelId: string): number => {
    const plain = modelId.split(':')[0] ?? modelId;
    const noise = drawsOf(`ability of ${plain}`).normal();
    const index = indexById.get(plain);
    if (index !== undefined) return index + INDEX_NOISE * noise;
    const row = rows.get(plain) ?? rows.get(modelId);
    return (row === undefined ? 0 : neighbourIndex(row, indexed)) + NEIGHBOUR_NOISE * noise;
  };
  const pointsOf = (modelId: string, kind: ReplayKind): number =>
    baseOf(modelId) + KIND_NOISE * drawsOf(`${modelId} at ${kind}`).normal();
  return {
    pointsOf,
    chanceOf: (modelId, kind, hardness) => {
      const strength = Math.exp((pointsOf(modelId, kind) - POINTS_OF_ONE) / POINTS_PER_E);
      return LUCK + (1 - LUCK - LAPSE) * Math.exp(-((hardness / strength) ** SHAPE));
    },
  };
}

function indexOf(row: BenchmarkedRow): number | undefined {
  return row.benchmarks?.artificial_analysis?.intelligence_index ?? undefined;
}

/** The mean index of the models that are nearest in price (a factor of e) and age (a year). */
function neighbourIndex(row: BenchmarkedRow, indexed: readonly BenchmarkedRow[]): number {
  const nearest = indexed
    .map((other) => ({ other, distance: distanceOf(row, other) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, NEIGHBOURS);
  return nearest.reduce((sum, { other }) => sum + indexOf(other)!, 0) / NEIGHBOURS;
}

const YEAR_SECONDS = 365 * 24 * 3600;
const LEAST_PRICE = 1e-9;

function distanceOf(one: BenchmarkedRow, other: BenchmarkedRow): number {
  const price = logPrice(one) - logPrice(other);
  const years = ((one.created ?? 0) - (other.created ?? 0)) / YEAR_SECONDS;
  return price ** 2 + years ** 2;
}

function logPrice({ pricing }: BenchmarkedRow): number {
  return Math.log(Math.max(LEAST_PRICE, Number(pricing.completion)));
}
