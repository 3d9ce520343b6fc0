import { type BenchmarkedRow, createHiddenTruth } from './hidden-truth.ts';
import { DAY_MS, trafficOf } from './make-traffic.ts';
import { monthCatalogue } from './month-catalogue.ts';
import { premiumOf } from './premium-of.ts';
import { replayDay, type ReplayedCall } from './replay-day.ts';
import { createWayMemory } from './way-memory.ts';
import { waysOf } from './ways.ts';

export interface ReplayMonthOptions {
  /** An older list with published scores. */
  readonly older: readonly BenchmarkedRow[];
  readonly days: number;
  readonly requestsPerDay: number;
}

export interface ReplayedMonth {
  readonly calls: number;
  readonly counts: Readonly<Record<'appear' | 'vanish' | 'repriced', number>>;
  readonly ways: readonly { readonly name: string; readonly calls: readonly ReplayedCall[] }[];
}

const START_MS = Date.UTC(2026, 9, 12);

/** Replays the same month in every way. The same options give the same result. */
export async function replayMonth({
  older,
  days,
  requestsPerDay,
}: ReplayMonthOptions): Promise<ReplayedMonth> {
  const catalogue = monthCatalogue(older, START_MS, days);
  const truth = createHiddenTruth(catalogue.rows, older);
  const starts = Array.from({ length: days }, (_, day) => START_MS + day * DAY_MS);
  const traffic = starts.map((dayStartMs, day) => trafficOf(day, dayStartMs, requestsPerDay));
  const ways = [];
  for (const way of waysOf(premiumOf(older, catalogue))) {
    const calls: ReplayedCall[] = [];
    const memory = createWayMemory();
    for (const [day, dayStartMs] of starts.entries())
      calls.push(
        ...(await replayDay({ way, calls: traffic[day]!, dayStartMs, catalogue, truth, memory })),
      );
    ways.push({ name: way.name, calls });
  }
  return { calls: traffic.flat().length, counts: catalogue.counts, ways };
}
