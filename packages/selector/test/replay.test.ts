import { createSimulator } from '@tierwise/openrouter-simulator';
import { describe, expect, it } from 'vitest';
import type { BenchmarkedRow } from '../scripts/replay/hidden-truth.ts';
import { replayMonth } from '../scripts/replay/replay-month.ts';
import { tableOf } from '../scripts/replay/table-of.ts';

/** The simulator's own list with made-up scores, some of its models and prices taken away. */
function olderList(): BenchmarkedRow[] {
  return createSimulator()
    .catalog.models()
    .filter((_, place) => place % 9 !== 0)
    .map((row, place) => ({
      ...row,
      pricing: place % 11 === 0 ? { ...row.pricing, prompt: '0.000009' } : row.pricing,
      benchmarks: { artificial_analysis: { intelligence_index: scoreOf(row, place) } },
    }));
}

/** Dearer is better, and two of three are not scored. */
function scoreOf({ pricing }: BenchmarkedRow, place: number): number | null {
  return place % 3 === 0 ? Math.min(60, Number(pricing.completion) * 3_000_000) : null;
}

describe('the replayed month', () => {
  it('is the same in two runs, goes through the simulator, and says that it is simulated', async () => {
    const options = { older: olderList(), days: 2, requestsPerDay: 6 };
    const [one, other] = [await replayMonth(options), await replayMonth(options)];
    expect(tableOf(one)).toBe(tableOf(other));
    expect(tableOf(one).match(/simulated/g)?.length).toBeGreaterThanOrEqual(2);
    for (const { name, calls } of one.ways) {
      expect({ name, calls: calls.length }).toEqual({ name, calls: one.calls });
      expect(calls.every(({ servedBy, costUsd }) => servedBy !== null && costUsd > 0)).toBe(true);
      expect(calls.every(({ latencyMs }) => latencyMs > 200)).toBe(true);
    }
  }, 60_000);

  it('refuses a body that carries no scores', async () => {
    const older = olderList().map((row) => ({ ...row, benchmarks: null }));
    await expect(replayMonth({ older, days: 1, requestsPerDay: 1 })).rejects.toThrow(
      /carries 0 intelligence indices/,
    );
  });
});
