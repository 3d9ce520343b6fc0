import type { Clock } from '../clock/clock.ts';
import { systemClock } from '../clock/system-clock.ts';
import type { PinStore } from './stickiness-options.ts';

/** Options of {@link createPinStore}. */
export interface PinStoreOptions {
  /** Calls a pin lasts. @default Infinity */
  readonly calls?: number;
  /** Time a pin lasts. @default 600_000, OpenRouter's own sticky window */
  readonly durationMs?: number;
  /** The oldest sessions are forgotten beyond this. @default 10_000 */
  readonly maxSessions?: number;
  readonly clock?: Clock;
}

interface Pin {
  readonly candidateId: string;
  readonly untilMs: number;
  callsLeft: number;
}

/** Pins in memory: for so many calls or so long, then back to the plan's order. */
export function createPinStore(options: PinStoreOptions = {}): PinStore {
  const { calls = Number.POSITIVE_INFINITY, durationMs = 600_000, maxSessions = 10_000 } = options;
  const clock = options.clock ?? systemClock;
  const pins = new Map<string, Pin>();
  return {
    use: (session) => {
      const pin = pins.get(session);
      if (pin === undefined) return undefined;
      if (pin.callsLeft <= 0 || clock.monotonicMs() >= pin.untilMs) {
        pins.delete(session);
        return undefined;
      }
      pin.callsLeft -= 1;
      return pin.candidateId;
    },
    pin: (session, candidateId) => {
      pins.delete(session);
      pins.set(session, {
        candidateId,
        untilMs: clock.monotonicMs() + durationMs,
        callsLeft: calls,
      });
      if (pins.size <= maxSessions) return;
      const oldest = pins.keys().next();
      if (oldest.done !== true) pins.delete(oldest.value);
    },
    unpin: (session) => void pins.delete(session),
  };
}
