import type { OutcomePair } from './outcome-item.ts';

/** A point of the curve: mean outcome when this share of the calls goes to the strong side. */
export interface CurvePoint {
  readonly share: number;
  readonly quality: number;
}

/**
 * The exact curve of a score: the highest scores go to the strong side, one point after each group of equal scores
 * and a straight line inside a group, which is what a random order of ties gives on average.
 */
export function qualityCurve(
  items: readonly OutcomePair[],
  scores: readonly number[],
): CurvePoint[] {
  const order = [...scores.keys()].toSorted((one, other) => scores[other]! - scores[one]!);
  const points = [{ share: 0, quality: meanOf(items, 'weak') }];
  let quality = points[0]!.quality;
  for (const [rank, place] of order.entries()) {
    quality += (items[place]!.strong - items[place]!.weak) / items.length;
    const next = order[rank + 1];
    if (next === undefined || scores[next] !== scores[place])
      points.push({ share: (rank + 1) / items.length, quality });
  }
  return points;
}

/** Area of the recovered part of the gap between weak and strong: 0.5 is random, 1 is more than most can reach. */
export function areaOf(points: readonly CurvePoint[]): number {
  const weak = points[0]!.quality;
  const gap = points.at(-1)!.quality - weak;
  let area = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    area += (point.share - before.share) * ((point.quality + before.quality) / 2 - weak);
  }
  return area / gap;
}

/** The share of strong calls from which on the quality stays at `part` of the strong side's, on a 1 % grid. */
export function shareAtQuality(points: readonly CurvePoint[], part: number): number {
  const wanted = part * points.at(-1)!.quality;
  let share = 100;
  while (share > 0 && qualityAt(points, (share - 1) / 100) >= wanted) share -= 1;
  return share / 100;
}

function qualityAt(points: readonly CurvePoint[], share: number): number {
  const after = Math.max(
    1,
    points.findIndex((point) => point.share >= share - 1e-12),
  );
  const [from, to] = [points[after - 1]!, points[after]!];
  const part = (share - from.share) / (to.share - from.share);
  return from.quality + part * (to.quality - from.quality);
}

function meanOf(items: readonly OutcomePair[], side: 'weak' | 'strong'): number {
  return items.reduce((sum, item) => sum + item[side], 0) / items.length;
}
