import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** What {@link withinCall} needs. */
export interface WithinCallOptions<T> {
  readonly pending: PromiseLike<T>;
  /** Stands in when the call's own deadline passes first. */
  readonly atDeadline: T;
  /** Frees a value that comes when nobody waits any more. */
  readonly discard: (late: T) => void;
}

/** Waits for somebody else's answer, but no longer than the call lives. Rejects with the caller's reason after an abort. */
export function withinCall<C extends ChainCandidate, T>(
  { options: { clock }, signal, totalAtMs }: ChainCall<C>,
  { pending, atDeadline, discard }: WithinCallOptions<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
      cancelTimer?.();
      signal?.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      end();
      reject(signal?.reason);
    };
    const onDeadline = (): void => {
      end();
      resolve(atDeadline);
    };
    const cancelTimer = Number.isFinite(totalAtMs)
      ? clock.schedule(onDeadline, totalAtMs - clock.monotonicMs())
      : undefined;
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort);
    pending.then(
      (value) => {
        if (isOver) return discard(value);
        end();
        return resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}
