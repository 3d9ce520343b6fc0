/** A vector that is zero except at `places`. */
export interface SparseVector {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** The sum of the products with a dense vector. */
export function dot({ places, values }: SparseVector, dense: Readonly<Float64Array>): number {
  let sum = 0;
  for (let index = 0; index < places.length; index += 1)
    sum += (values[index] ?? 0) * (dense[places[index] ?? -1] ?? 0);
  return sum;
}

/** Adds a multiple of the vector to a dense one, in place. */
export function addScaled(
  dense: Float64Array,
  { places, values }: SparseVector,
  factor: number,
): void {
  for (let index = 0; index < places.length; index += 1)
    dense[places[index] ?? 0]! += factor * (values[index] ?? 0);
}
