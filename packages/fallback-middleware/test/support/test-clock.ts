import type { Clock } from '../../src/index.ts';

/** A clock that stands still until it is told to move. */
export interface TestClock extends Clock {
  /** Moves time, runs what is due in order, and lets promises settle in between. */
  advance(durationMs: number): Promise<void>;
  /** Timers that have neither fired nor been cancelled. */
  pending(): number;
}

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** `earlyMs`: how much too early timers fire, as Node's may. */
export function createTestClock(
  startMs: number = Date.UTC(2026, 10, 25),
  earlyMs: number = 0,
): TestClock {
  const timers = new Set<Timer>();
  let elapsedMs = 0;
  const nextDue = (untilMs: number): Timer | undefined =>
    [...timers].filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
  return {
    nowMs: () => startMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    schedule: (callback, delayMs) => {
      const timer = { atMs: elapsedMs + Math.max(0, delayMs - earlyMs), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pending: () => timers.size,
    advance: async (durationMs) => {
      const untilMs = elapsedMs + durationMs;
      await settle();
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        elapsedMs = Math.max(elapsedMs, due.atMs);
        timers.delete(due);
        due.callback();
        await settle();
      }
      elapsedMs = untilMs;
      await settle();
    },
  };
}

/** Lets everything that is already decided run its course. */
export async function settle(): Promise<void> {
  for (let count = 0; count < 5; count++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
