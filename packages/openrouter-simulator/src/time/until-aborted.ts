/**
 * Requests that wait for nothing but their caller. A `Request` learns of its caller's abort through a weak reference, so
 * that one nobody else refers to would be collected, and its caller would wait for ever. A real one hangs on its socket.
 */
const waiting = new Set<Request>();

/** Waits until the signal aborts, and rejects with its reason. Keeps the request alive as long. */
export function untilAborted(signal: AbortSignal, request: Request): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => {
      waiting.delete(request);
      reject(signal.reason);
    };
    if (signal.aborted) return end();
    waiting.add(request);
    signal.addEventListener('abort', end, { once: true });
  });
}
