/** What the work comes to, or the signal's reason as soon as it aborts. */
export async function orAborted<Result>(
  work: PromiseLike<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    // The work may have been ended while it was being started.
    if (signal.aborted) reject(signal.reason);
    const listening = { once: true, signal: settled.signal };
    signal.addEventListener('abort', () => reject(signal.reason), listening);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}
