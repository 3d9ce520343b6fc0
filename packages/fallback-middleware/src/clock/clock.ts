/** Timers may fire this much too early: Node counts whole milliseconds. */
export const timerEarlyMs = 1;

/** Where time comes from. Deadlines and cool-downs read the monotonic clock, dates the wall clock. */
export interface Clock {
  /** Wall clock, epoch ms. */
  nowMs(): number;
  /** Never goes backwards; only differences mean something. */
  monotonicMs(): number;
  /** Calls back once after `delayMs`; the returned function cancels it. */
  schedule(callback: () => void, delayMs: number): () => void;
}
