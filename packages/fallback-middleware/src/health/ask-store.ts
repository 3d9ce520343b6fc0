import type { Clock } from '../clock/clock.ts';
import { within } from '../clock/within.ts';
import { isPending, type MaybePromise } from '../chain/pending.ts';
import type { HealthOptions } from './health-options.ts';

const defaultTimeoutMs = 250;

/** Asks the store, for a short while: one that fails, answers nothing or is slow is ignored. Health fails open. */
export async function askStore<T>(
  { timeoutMs = defaultTimeoutMs }: HealthOptions,
  clock: Clock,
  ask: () => MaybePromise<T | undefined>,
  unknown: T,
  discard: (late: T | undefined) => void = () => undefined,
): Promise<T> {
  let answer: MaybePromise<T | undefined>;
  try {
    answer = ask();
    return (isPending(answer) ? await within(answer, { clock, timeoutMs }) : answer) ?? unknown;
  } catch {
    // A broken store must not lose a call; what a slow one says later may have to be given back.
    if (isPending(answer)) Promise.resolve(answer).then(discard, () => undefined);
    return unknown;
  }
}
