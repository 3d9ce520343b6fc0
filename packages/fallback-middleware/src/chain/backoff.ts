/** What {@link backoffDelayMs} needs. */
export interface BackoffOptions {
  /** 0 for the first repetition. */
  readonly retryIndex: number;
  readonly baseMs: number;
  readonly capMs: number;
  readonly random: () => number;
  /** What the server asked for; it beats the back-off. */
  readonly hintMs?: number | undefined;
}

/** Full jitter, `random · min(cap, base · 2^i)`. Undefined when the server asks for a longer pause than the cap. */
export function backoffDelayMs(options: BackoffOptions): number | undefined {
  const { retryIndex, baseMs, capMs, random, hintMs } = options;
  const jittered = random() * Math.min(capMs, baseMs * 2 ** retryIndex);
  if (hintMs === undefined) return jittered;
  if (hintMs > capMs) return undefined;
  return Math.min(capMs, hintMs + jittered / 4);
}
