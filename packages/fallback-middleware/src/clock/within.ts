import type { Clock } from './clock.ts';

/** How long {@link within} waits. */
export interface WithinOptions {
  readonly clock: Clock;
  /** Then it rejects with a `TimeoutError`. */
  readonly timeoutMs: number;
  /** Aborted, it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Waits for a promise within limits; whatever still comes is dropped, and no timer or listener is left. */
export function within<T>(
  pending: PromiseLike<T>,
  { clock, timeoutMs, signal }: WithinOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        cancelTimer();
        signal?.removeEventListener('abort', onAbort);
        settle(value);
      };
    const onAbort = (): void => end(reject)(signal?.reason);
    const onTimeout = (): void =>
      end(reject)(new DOMException(`Nothing came within ${timeoutMs} ms`, 'TimeoutError'));
    const cancelTimer = clock.schedule(onTimeout, timeoutMs);
    signal?.addEventListener('abort', onAbort);
    pending.then(end(resolve), end(reject));
  });
}
