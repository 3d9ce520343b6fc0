import type { Clock } from './clock.ts';

/** Waits no longer than `timeoutMs`; then rejects with a `TimeoutError`, and whatever still comes is dropped. */
export function within<T>(clock: Clock, timeoutMs: number, pending: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancelTimer = clock.schedule(
      () => reject(new DOMException(`Nothing came within ${timeoutMs} ms`, 'TimeoutError')),
      timeoutMs,
    );
    const end =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        cancelTimer();
        settle(value);
      };
    pending.then(end(resolve), end(reject));
  });
}
