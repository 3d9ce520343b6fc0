import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { tierOf } from '@tierwise/catalog';
import type { ReplayedCall } from './replay-day.ts';
import type { ReplayedMonth } from './replay-month.ts';

/** The month as a table, every line marked as simulated. */
export function tableOf({ calls, counts, ways }: ReplayedMonth): string {
  const { appear, vanish, repriced } = counts;
  return [
    `simulated month: ${calls} calls; ${vanish} models vanish, ${appear} appear, ${repriced} change their price`,
    '| simulated: way of choosing | cost USD | right | strong calls | mean latency | p95 cost of a call | models asked |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...ways.map((way) => lineOf(way.name, way.calls)),
  ].join('\n');
}

function lineOf(name: string, calls: readonly ReplayedCall[]): string {
  const costs = calls.map(({ costUsd }) => costUsd).toSorted((one, other) => one - other);
  const cells = [
    name,
    sum(costs).toFixed(2),
    `${(100 * mean(calls, ({ right }) => (right ? 1 : 0))).toFixed(1)} %`,
    `${(100 * mean(calls, ({ servedBy }) => (isStrong(servedBy) ? 1 : 0))).toFixed(0)} %`,
    `${(mean(calls, ({ latencyMs }) => latencyMs) / 1000).toFixed(2)} s`,
    (costs[Math.floor(0.95 * costs.length)] ?? 0).toFixed(5),
    mean(calls, ({ asked }) => asked).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** In the two upper price bands of the bundled catalogue. */
function isStrong(modelId: string | null): boolean {
  const model = modelId === null ? undefined : MODELS.get(modelId);
  const tier = model === undefined ? null : tierOf(model);
  return tier === 'standard' || tier === 'premium';
}

const MODELS = new Map(bundledCatalog().models.map((model) => [model.id, model]));

function mean(calls: readonly ReplayedCall[], read: (call: ReplayedCall) => number): number {
  return sum(calls.map(read)) / Math.max(1, calls.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
