import type { HedgeDelay } from './hedge-options.ts';

/** The same patience for every candidate. */
export function fixedHedgeDelay(delayMs: number): HedgeDelay {
  return { delayMs: () => delayMs, observe: () => undefined };
}
