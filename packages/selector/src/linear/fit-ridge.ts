import { addScaled, dot, type SparseVector } from './sparse-vector.ts';

export interface FitRidgeOptions {
  readonly rows: readonly SparseVector[];
  readonly targets: readonly number[];
  /** How much each row counts. Default: each 1. */
  readonly rowWeights?: readonly number[];
  /** How strongly weights are held at zero. */
  readonly ridge: number;
  /** Length of the vectors. */
  readonly size: number;
}

export interface LinearFit {
  readonly weights: Readonly<Float64Array>;
  /** What is added to every row; it is not shrunk. */
  readonly intercept: number;
}

/** Steps of the solver: with this much shrinking the fit is stable to the third digit after about 20. */
const STEPS = 30;

/** Ridge regression of sparse rows by conjugate gradients. Deterministic; the intercept is the weighted mean. */
export function fitRidge(options: FitRidgeOptions): LinearFit {
  const { rows, targets, ridge, size } = options;
  const rowWeights = options.rowWeights ?? rows.map(() => 1);
  const intercept = weightedMean(targets, rowWeights);
  const right = new Float64Array(size);
  for (const [index, row] of rows.entries())
    addScaled(right, row, (rowWeights[index] ?? 0) * ((targets[index] ?? 0) - intercept));
  const apply = (vector: Float64Array): Float64Array => {
    const result = vector.map((value) => value * ridge);
    for (const [index, row] of rows.entries())
      addScaled(result, row, (rowWeights[index] ?? 0) * dot(row, vector));
    return result;
  };
  return { weights: conjugateGradients(apply, right), intercept };
}

function conjugateGradients(
  apply: (vector: Float64Array) => Float64Array,
  right: Float64Array,
): Float64Array {
  const solution = new Float64Array(right.length);
  const residual = right.slice();
  let direction = right.slice();
  let error = squared(residual);
  for (let step = 0; step < STEPS && error > 1e-12; step += 1) {
    const image = apply(direction);
    const length = error / inner(direction, image);
    for (const place of solution.keys()) {
      solution[place]! += length * (direction[place] ?? 0);
      residual[place]! -= length * (image[place] ?? 0);
    }
    const next = squared(residual);
    direction = direction.map((value, place) => (residual[place] ?? 0) + (next / error) * value);
    error = next;
  }
  return solution;
}

function inner(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}

function squared(vector: Float64Array): number {
  return inner(vector, vector);
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0
    ? 0
    : values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}
