import { longestTimerMs } from '../failure/retry-hint.ts';
import type { Clock } from './clock.ts';

/** The real clock. A pending deadline keeps the process alive, as the request behind it does. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule: (callback, delayMs) => {
    // Whole milliseconds: Node keeps one list of timers for each delay, and a new list costs as much as the timer.
    const timer = setTimeout(callback, Math.ceil(Math.min(Math.max(delayMs, 0), longestTimerMs)));
    return () => clearTimeout(timer);
  },
};
