import type { Benchmark, IsoDate } from '../model.ts';
import type { WireArenaRank, WireBenchmarks } from './wire-model.ts';

/** Reads the scores of a model, each with its source and the day it was listed. */
export function parseBenchmarks(wire: WireBenchmarks, asOf: IsoDate): readonly Benchmark[] {
  const indexes = Object.entries(wire.artificial_analysis ?? {}).flatMap(([name, value]) =>
    typeof value === 'number' ? [index(name, value, asOf)] : [],
  );
  return [...indexes, ...(wire.design_arena ?? []).map((rank) => elo(rank, asOf))];
}

function index(name: string, value: number, asOf: IsoDate): Benchmark {
  return { source: 'artificial-analysis', metric: name.replace(/_index$/, ''), value, asOf };
}

function elo({ arena, category, elo: value }: WireArenaRank, asOf: IsoDate): Benchmark {
  return { source: 'design-arena', metric: `${arena}/${category}`, value, asOf };
}
