import { momentsOf } from './moments-of.ts';

/** Pearson's correlation of two columns. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [momentsOf(one), momentsOf(other)];
  const products = one.map((value, place) => (value - first.mean) * (other[place]! - second.mean));
  return momentsOf(products).mean / (first.deviation * second.deviation);
}
