/** Median, over interleaved rounds, of the microseconds one run takes. Rounds are interleaved so that noise hits all alike. */
export async function medianMicroseconds(
  runs: ReadonlyArray<() => Promise<unknown>>,
  options: { readonly rounds: number; readonly runsPerRound: number },
): Promise<number[]> {
  const { rounds, runsPerRound } = options;
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < rounds + 3; round++) {
    for (const [index, run] of runs.entries()) {
      const started = performance.now();
      for (let count = 0; count < runsPerRound; count++) await run();
      const each = ((performance.now() - started) * 1000) / runsPerRound;
      // The first rounds warm the code up.
      if (round >= 3) samples[index]?.push(each);
    }
  }
  return samples.map(median);
}

/** As {@link medianMicroseconds}, for runs that tell their own time because only a part of them counts. */
export async function medianReported(
  runs: ReadonlyArray<() => Promise<number>>,
  options: { readonly rounds: number; readonly runsPerRound: number },
): Promise<number[]> {
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, run] of runs.entries()) {
      for (let count = 0; count < options.runsPerRound; count++) samples[index]?.push(await run());
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return samples.map((values) => median(values.slice(values.length / 4)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Bytes of heap in use after a forced collection. Needs `--expose-gc`. */
export function heapBytes(): number {
  for (let count = 0; count < 4; count++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
