/** A value, or the promise of one. Awaiting a value that is there already would cost the call a turn of the queue. */
export type MaybePromise<T> = T | PromiseLike<T>;

/** Whether there is something to wait for. */
export function isPending<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
