import { timerEarlyMs } from '../clock/clock.ts';

/** What {@link StallWatch} is shown of a stream. */
export interface StreamProgress {
  /** Somebody waits for a part right now; only then can a stream stall. */
  readonly reading: boolean;
  /** Parts that came so far. */
  readonly progress: number;
}

// A stall begins up to one look after the last part and is noticed up to one look after its time.
const looks = 8;

/**
 * Notices that a stream stands still while somebody waits: never before `stallMs`, at most a quarter of it late. It
 * looks now and then instead of at every part, so that parts cost no clock.
 */
export class StallWatch {
  readonly stallMs: number;
  /** Monotonic time of the next look. */
  nextLookAtMs: number;
  #waitingSinceMs: number | undefined;
  #seenProgress = -1;

  constructor(stallMs: number, nowMs: number) {
    this.stallMs = stallMs;
    this.nextLookAtMs = nowMs + this.#pauseMs();
  }

  #pauseMs(): number {
    return Math.max(1, this.stallMs / looks);
  }

  /** Looks, and says whether the stream has stalled. */
  look({ reading, progress }: StreamProgress, nowMs: number): boolean {
    // From when it was due: looks that come early must not come ever earlier.
    this.nextLookAtMs = Math.max(this.nextLookAtMs, nowMs) + this.#pauseMs();
    const waits = reading && progress === this.#seenProgress;
    this.#seenProgress = progress;
    if (!waits) this.#waitingSinceMs = undefined;
    else this.#waitingSinceMs ??= nowMs;
    return this.#isOverdue(nowMs);
  }

  #isOverdue(nowMs: number): boolean {
    return (
      this.#waitingSinceMs !== undefined &&
      nowMs + timerEarlyMs >= this.#waitingSinceMs + this.stallMs
    );
  }
}
