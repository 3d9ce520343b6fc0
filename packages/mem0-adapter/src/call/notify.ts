/** Tells a listener; one that throws must not cost a memory that was already paid for. */
export function notify<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event);
  } catch {
    // Deliberately dropped, as the AI SDK does with its own callbacks.
  }
}
