import { longestTimerMs } from '../failure/retry-hint.ts';
import type { Clock } from './clock.ts';

/** The real clock. Timers do not keep a process alive by themselves: the pending request does. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule: (callback, delayMs) => {
    const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
    return () => clearTimeout(timer);
  },
};
