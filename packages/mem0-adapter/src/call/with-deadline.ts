export interface WithDeadlineOptions<Result> {
  readonly timeoutMs: number;
  readonly run: (signal: AbortSignal) => PromiseLike<Result>;
}

/** Rejects with a `TimeoutError` in time, also where the work ignores its signal. */
export async function withDeadline<Result>({
  timeoutMs,
  run,
}: WithDeadlineOptions<Result>): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError'));
  }, timeoutMs);
  try {
    return await Promise.race([run(controller.signal), rejectOnAbort(controller.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

async function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
