import type { Benchmark, Model } from '../model.ts';

/** The score of a model by a metric (`coding`, `models/website`); `undefined` when it has none. */
export function benchmarkOf(
  { benchmarks }: Pick<Model, 'benchmarks'>,
  metric: string,
): Benchmark | undefined {
  return benchmarks?.find((benchmark) => benchmark.metric === metric);
}
