import type { Clock, Sleep } from './clock.ts';

/** Time that moves only when a test says so. */
export interface VirtualClock {
  /** Pass as `clock`. */
  readonly now: Clock;
  /** Pass as `sleep`. */
  readonly sleep: Sleep;
  /** How many sleepers are waiting. */
  readonly waiting: () => number;
  /** Moves time forward, waking sleepers in the order of their alarms, and lets each run before the next wakes. */
  readonly advance: (ms: number) => Promise<void>;
}

interface Sleeper {
  readonly wakeAtMs: number;
  readonly wake: () => void;
}

/** Lets everything that the last wake-up started run as far as it can without time passing. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Creates a clock for tests.
 * @param startMs Milliseconds since the epoch at the start. Default: 2026-11-10T12:00:00Z, the default catalogue's day.
 */
export function createVirtualClock(startMs: number = Date.UTC(2026, 10, 10, 12)): VirtualClock {
  let nowMs = startMs;
  const sleepers = new Set<Sleeper>();

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        wakeAtMs: nowMs + ms,
        wake: () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });

  const nextBefore = (endMs: number): Sleeper | undefined =>
    [...sleepers]
      .filter((sleeper) => sleeper.wakeAtMs <= endMs)
      .reduce<Sleeper | undefined>(
        (first, sleeper) => (first && first.wakeAtMs <= sleeper.wakeAtMs ? first : sleeper),
        undefined,
      );

  async function advance(ms: number): Promise<void> {
    const endMs = nowMs + ms;
    await settle();
    for (let next = nextBefore(endMs); next !== undefined; next = nextBefore(endMs)) {
      nowMs = Math.max(nowMs, next.wakeAtMs);
      next.wake();
      // One sleeper at a time: what it does may set an earlier alarm than the next one's.
      await settle();
    }
    nowMs = endMs;
  }

  return { now: () => nowMs, sleep, waiting: () => sleepers.size, advance };
}
