/** When a second candidate starts beside a slow first one. */
export interface HedgeDelay {
  /** How long the first may be silent; undefined means it is not hedged. */
  delayMs(candidateId: string): number | undefined;
  /** Told how long each answer took to show content. */
  observe(candidateId: string, latencyMs: number): void;
  /** Told how long a loser had been silent when it was cancelled: it would have taken longer than that. */
  observeAtLeast?(candidateId: string, latencyMs: number): void;
}

/** Hedging. Two candidates may be paid for one answer, so it is opt-in. */
export interface HedgeOptions {
  readonly delay: HedgeDelay;
  /** Asked before each hedge with the candidate that would be started: a budget can say no. Default: yes. */
  readonly allow?: (candidateId: string) => boolean;
}
