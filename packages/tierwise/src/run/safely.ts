import type { EngineOptions } from '../options/engine-options.ts';

type Events = EngineOptions['events'];

/** Does what a call can do without; what it throws goes to `events.onHookError` under the given name. */
export function safely(events: Events, name: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    reportError(events, name, error);
  }
}

function reportError(events: Events, name: string, error: unknown): void {
  try {
    Promise.resolve(events?.onHookError?.(error, name)).catch(() => undefined);
  } catch {
    // The hook for hook errors has nobody to report to.
  }
}
