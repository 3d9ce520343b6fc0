/**
 * Fits how a model's listed facts foretell its intelligence index, and prints the coefficients that
 * `src/ability/coefficients.ts` carries.
 *
 *   node --conditions=@tierwise/source packages/selector/scripts/fit-ability.ts <models body with benchmarks>
 *
 * The index itself (Artificial Analysis, as OpenRouter's `/models` carries it) is read here and not shipped.
 */
import { readFileSync } from 'node:fs';
import { parseModels } from '@tierwise/catalog';
import {
  ABILITY_FEATURES,
  type AbilityFeature,
  abilityFeatures,
} from '../src/ability/ability-features.ts';

/** Small, because rows are few; chosen before looking at the result. */
const RIDGE = 1;

const [path, asOf] = process.argv.slice(2);
if (path === undefined || asOf === undefined) {
  console.error('usage: fit-ability.ts <models-body.json> <YYYY-MM-DD>');
  process.exit(2);
}
const body: {
  data: {
    id: string;
    benchmarks?: { artificial_analysis?: { intelligence_index?: number | null } };
  }[];
} = JSON.parse(readFileSync(path, 'utf8'));
const indexById = new Map(
  body.data.map((row) => [row.id, row.benchmarks?.artificial_analysis?.intelligence_index]),
);
const rows = parseModels(body, { asOf }).models.flatMap((model) => {
  const index = indexById.get(model.id);
  const distinct = model.variant === null && model.aliasOf === null && !model.id.startsWith('~');
  return distinct && typeof index === 'number' ? [{ features: abilityFeatures(model), index }] : [];
});

report('with price', ABILITY_FEATURES);
report(
  'without price',
  ABILITY_FEATURES.filter((name) => name !== 'logPrice'),
);

function report(title: string, names: readonly AbilityFeature[]): void {
  const usable = rows.filter(({ features }) =>
    names.every((name) => Number.isFinite(features[name])),
  );
  const weights = fit(usable, names);
  const errors = crossValidate(usable, names);
  const mean = average(usable.map(({ index }) => index));
  const explained =
    1 -
    sum(errors.map((error) => error ** 2)) / sum(usable.map(({ index }) => (index - mean) ** 2));
  console.log(
    `${title}: ${usable.length} models, 10-fold R² ${explained.toFixed(2)}, rms error ${Math.sqrt(average(errors.map((error) => error ** 2))).toFixed(1)}`,
  );
  console.log(
    Object.fromEntries(
      ['intercept', ...names].map((name, column) => [name, Number(weights[column]?.toFixed(2))]),
    ),
  );
}

interface Row {
  readonly features: Readonly<Record<AbilityFeature, number>>;
  readonly index: number;
}

function crossValidate(all: readonly Row[], names: readonly AbilityFeature[]): number[] {
  return all.map((row, position) => {
    const training = all.filter((_, other) => other % 10 !== position % 10);
    return row.index - predict(fit(training, names), row, names);
  });
}

function predict(weights: readonly number[], row: Row, names: readonly AbilityFeature[]): number {
  return sum(design(row, names).map((value, column) => value * (weights[column] ?? 0)));
}

function design(row: Row, names: readonly AbilityFeature[]): number[] {
  return [1, ...names.map((name) => row.features[name])];
}

/** Ridge by the normal equations; the intercept is not shrunk. */
function fit(training: readonly Row[], names: readonly AbilityFeature[]): number[] {
  const size = names.length + 1;
  const system = Array.from({ length: size }, (_, line) =>
    Array.from({ length: size + 1 }, () => 0).map((value, column) =>
      line === column && line > 0 ? RIDGE : value,
    ),
  );
  for (const row of training) {
    const inputs = [...design(row, names), row.index];
    for (const line of system.keys()) {
      for (const [column, input] of inputs.entries())
        system[line]![column]! += (inputs[line] ?? 0) * input;
    }
  }
  return solve(system);
}

/** Gaussian elimination with the largest pivot, on an augmented matrix. */
function solve(system: number[][]): number[] {
  for (const column of system.keys()) {
    const pivot = system
      .slice(column)
      .toSorted((one, other) => Math.abs(other[column]!) - Math.abs(one[column]!))[0]!;
    const place = system.indexOf(pivot);
    [system[column], system[place]] = [pivot, system[column]!];
    for (const row of system.filter((candidate) => candidate !== pivot)) {
      const factor = row[column]! / pivot[column]!;
      for (const index of row.keys()) row[index]! -= factor * pivot[index]!;
    }
  }
  return system.map((row, line) => row.at(-1)! / row[line]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function average(values: readonly number[]): number {
  return sum(values) / values.length;
}
