import type { Schedule } from './durable-memory-options.ts';

/** A timer that does not keep a process alive, where there is such a thing. */
export const scheduleTimer: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs);
  // A browser's timer is a number.
  if (typeof timer === 'object') timer.unref();
  return () => clearTimeout(timer);
};
