import type { Clock } from '../clock/clock.ts';
import { systemClock } from '../clock/system-clock.ts';
import { admit, applyEvent, snapshotOf, type BreakerContext } from './breaker.ts';
import { defaultBreakerPolicy, type BreakerPolicy } from './breaker-policy.ts';
import { unknownHealth, type BreakerState } from './breaker-state.ts';
import type { HealthSnapshot, HealthStore } from './health-store.ts';

/** Options of {@link createMemoryHealthStore}. */
export interface MemoryHealthStoreOptions {
  readonly policy?: Partial<BreakerPolicy>;
  /** The least recently used candidates are forgotten beyond this. @default 10_000 */
  readonly maxKeys?: number;
  readonly clock?: Clock;
  readonly random?: () => number;
}

/** Health of one process. Nothing here waits, so each method is atomic by itself. */
export function createMemoryHealthStore(options: MemoryHealthStoreOptions = {}): HealthStore {
  const { maxKeys = 10_000, clock = systemClock, random = Math.random } = options;
  const policy = { ...defaultBreakerPolicy, ...options.policy };
  const states = new Map<string, BreakerState>();
  let leases = 0;

  const context = (): BreakerContext => ({
    nowMs: clock.monotonicMs(),
    policy,
    random: random(),
    leaseId: `lease-${++leases}`,
  });
  const keep = (key: string, state: BreakerState): void => {
    states.delete(key);
    states.set(key, state);
    if (states.size <= maxKeys) return;
    const oldest = states.keys().next();
    if (oldest.done !== true) states.delete(oldest.value);
  };

  return {
    admit: ({ key, ...request }) => {
      const known = states.get(key);
      if (known === undefined) return { type: 'closed' };
      const { state, admission } = admit(known, request, context());
      if (state !== known) keep(key, state);
      return admission;
    },
    report: (event) => {
      keep(event.key, applyEvent(states.get(event.key) ?? unknownHealth, event, context()));
    },
    snapshot: (keys) => {
      const found = new Map<string, HealthSnapshot>();
      for (const key of keys) {
        const state = states.get(key);
        if (state !== undefined) found.set(key, snapshotOf(state, clock.monotonicMs()));
      }
      return found;
    },
  };
}
