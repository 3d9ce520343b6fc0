import type { FallbackEvents } from './fallback-events.ts';

/** Calls a hook so that nothing it does can reach the call: throwing, rejecting and never resolving are all harmless. */
export function emit(
  events: FallbackEvents,
  hook: keyof FallbackEvents,
  call: () => unknown,
): void {
  try {
    Promise.resolve(call()).catch((error: unknown) => reportHookError(events, error, hook));
  } catch (error) {
    reportHookError(events, error, hook);
  }
}

/** Tells the hook for hook errors, which can break nothing either. */
export function reportHookError(events: FallbackEvents, error: unknown, hook: string): void {
  // Whether it throws or rejects: the hook for hook errors has nobody to report to.
  try {
    Promise.resolve(events.onHookError?.(error, hook)).catch(() => undefined);
  } catch {
    // As above.
  }
}
