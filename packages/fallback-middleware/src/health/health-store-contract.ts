import type { Clock } from '../clock/clock.ts';
import type { FailureClass } from '../failure/failure-class.ts';
import type { BreakerPolicy } from './breaker-policy.ts';
import type { Admission, HealthStore } from './health-store.ts';

/** One law that every health store must keep; `check` throws an Error that says which observation broke it. */
export interface ContractCase {
  readonly name: string;
  readonly check: (harness: HealthStoreHarness) => Promise<void>;
}

/** What a driver's tests supply. */
export interface HealthStoreHarness {
  /** A fresh, empty store under this policy. */
  readonly createStore: (policy: BreakerPolicy) => HealthStore | PromiseLike<HealthStore>;
  /** Moves the store's time forward; drivers with a real clock may wait. */
  readonly advanceMs: (durationMs: number) => void | PromiseLike<void>;
  readonly clock?: Clock;
}

const policy: BreakerPolicy = {
  rules: {
    overloaded: { failures: 3, cooldownMs: 100, maxCooldownMs: 1_000 },
    'rate-limited': { failures: 1, cooldownMs: 100, maxCooldownMs: 1_000 },
  },
  probeLeaseMs: 200,
  jitter: 0,
  weight: 0.5,
};

/** The contract suite of health stores: run every case against a driver, in any test runner. */
export const healthStoreContract: readonly ContractCase[] = [
  {
    name: 'an unknown candidate is admitted',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      expectType(await store.admit({ key: 'a' }), 'closed');
      expectType(await store.admit({ key: '__proto__' }), 'closed');
    },
  },
  {
    name: 'opens only after the threshold of one class',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 2);
      expectType(await store.admit({ key: 'a' }), 'closed');
      await failTimes(store, 1);
      expectType(await store.admit({ key: 'a' }), 'open');
      expectType(await store.admit({ key: 'b' }), 'closed');
    },
  },
  {
    name: 'a success in between starts the count anew',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 2);
      await store.report({ key: 'a', outcome: 'success' });
      await failTimes(store, 2);
      expectType(await store.admit({ key: 'a' }), 'closed');
    },
  },
  {
    name: 'classes without a rule and released attempts never move it',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 9, 'bad-request');
      await store.report({ key: 'a', outcome: 'released' });
      expectType(await store.admit({ key: 'a' }), 'closed');
    },
  },
  {
    name: 'after the cool-down exactly one of many concurrent callers gets the probe',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 3);
      await harness.advanceMs(110);
      const admissions = await Promise.all(
        Array.from({ length: 100 }, async () => store.admit({ key: 'a' })),
      );
      expectEqual(admissions.filter(({ type }) => type === 'probe').length, 1, 'probes');
      expectEqual(admissions.filter(({ type }) => type === 'open').length, 99, 'refusals');
    },
  },
  {
    name: 'a successful probe closes, a failed one opens for longer',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 3);
      await harness.advanceMs(110);
      await failTimes(store, 1, 'overloaded', await probe(store));
      await harness.advanceMs(110);
      expectType(await store.admit({ key: 'a' }), 'open');
      await harness.advanceMs(110);
      await store.report({ key: 'a', outcome: 'success', leaseId: await probe(store) });
      expectType(await store.admit({ key: 'a' }), 'closed');
    },
  },
  {
    name: 'a lease that is never returned expires, and a released one is free at once',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 3);
      await harness.advanceMs(110);
      await probe(store);
      await harness.advanceMs(210);
      await store.report({ key: 'a', outcome: 'released', leaseId: await probe(store) });
      await probe(store);
    },
  },
  {
    name: 'a late success of an older call does not close it',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 3);
      await store.report({ key: 'a', outcome: 'success' });
      expectType(await store.admit({ key: 'a' }), 'open');
    },
  },
  {
    name: 'a retry hint outlasts a shorter cool-down and is bounded',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await store.report({
        key: 'a',
        outcome: 'failure',
        class: 'rate-limited',
        retryAfterMs: 400,
      });
      await harness.advanceMs(310);
      expectType(await store.admit({ key: 'a' }), 'open');
      await store.report({
        key: 'b',
        outcome: 'failure',
        class: 'rate-limited',
        retryAfterMs: 1e9,
      });
      await harness.advanceMs(1_010);
      expectType(await store.admit({ key: 'b' }), 'probe');
    },
  },
  {
    name: 'force hands out a probe of an open breaker, one at a time',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await failTimes(store, 3);
      expectType(await store.admit({ key: 'a', force: true }), 'probe');
      expectType(await store.admit({ key: 'a', force: true }), 'open');
    },
  },
  {
    name: 'a snapshot tells state, success and latency, and knows nothing of the unknown',
    check: async (harness) => {
      const store = await harness.createStore(policy);
      await store.report({ key: 'a', outcome: 'success', latencyMs: 40 });
      const health = await store.snapshot(['a', 'b']);
      expectEqual(health.get('a')?.state, 'closed', 'state');
      expectEqual(health.get('a')?.latencyMs, 40, 'latency');
      expectEqual(health.has('b'), false, 'unknown key');
    },
  },
];

async function failTimes(
  store: HealthStore,
  times: number,
  failureClass: FailureClass = 'overloaded',
  leaseId?: string,
): Promise<void> {
  for (let index = 0; index < times; index++) {
    await store.report({
      key: 'a',
      outcome: 'failure',
      class: failureClass,
      ...(leaseId === undefined ? {} : { leaseId }),
    });
  }
}

async function probe(store: HealthStore): Promise<string> {
  const admission = await store.admit({ key: 'a' });
  if (admission.type === 'probe') return admission.leaseId;
  throw new Error(`expected a probe, got "${admission.type}"`);
}

function expectType(admission: Admission, expected: Admission['type']): void {
  expectEqual(admission.type, expected, 'admission');
}

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) {
    throw new Error(`${what}: expected ${String(expected)}, got ${String(actual)}`);
  }
}
