import { orAborted } from './or-aborted.ts';

export interface WithDeadlineOptions<Result> {
  readonly timeoutMs: number;
  /** Ends the work early, with its own reason. */
  readonly abortSignal?: AbortSignal | undefined;
  readonly run: (signal: AbortSignal) => PromiseLike<Result>;
}

/** Rejects with a `TimeoutError` in time, also where the work ignores its signal or fails by it. */
export async function withDeadline<Result>({
  timeoutMs,
  abortSignal,
  run,
}: WithDeadlineOptions<Result>): Promise<Result> {
  abortSignal?.throwIfAborted();
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(abortSignal?.reason);
  abortSignal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError'));
  }, timeoutMs);
  try {
    return await orAborted(run(controller.signal), controller.signal);
  } catch (error) {
    // Work that was ended may say so in words of its own, and be the first to speak.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    abortSignal?.removeEventListener('abort', onAbort);
  }
}
