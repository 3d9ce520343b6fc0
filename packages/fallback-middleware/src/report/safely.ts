import { reportHookError } from './emit.ts';
import type { FallbackEvents } from './fallback-events.ts';

/** Runs a caller's function on the way of a call. What it throws goes to `onHookError`, and `otherwise` stands in. */
export function safely<T>(
  events: FallbackEvents,
  hook: string,
  act: () => T,
  otherwise: NoInfer<T>,
): T {
  try {
    return act();
  } catch (error) {
    reportHookError(events, error, hook);
    return otherwise;
  }
}
