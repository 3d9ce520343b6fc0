import fc from 'fast-check';
import { generateText } from 'ai';
import { describe, expect, test } from 'vitest';
import { failing, generating, healthy, httpError } from '../../test/support/models.ts';
import { answer } from '../../test/support/answers.ts';
import { caught } from '../../test/support/caught.ts';
import { createTestClock } from '../../test/support/test-clock.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import { admit, applyEvent, type BreakerContext } from './breaker.ts';
import { defaultBreakerPolicy } from './breaker-policy.ts';
import { unknownHealth, type BreakerState } from './breaker-state.ts';
import { createMemoryHealthStore } from './create-memory-health-store.ts';
import { healthStoreContract } from './health-store-contract.ts';
import { healthiestFirst } from './healthiest-first.ts';
import type { HealthEvent } from './health-store.ts';

describe('the memory driver keeps the contract', () => {
  test.each(healthStoreContract.map(({ name, check }) => [name, check] as const))(
    '%s',
    async (_name, check) => {
      const clock = createTestClock();
      const createStore = (
        policy: typeof defaultBreakerPolicy,
      ): ReturnType<typeof createMemoryHealthStore> => createMemoryHealthStore({ policy, clock });
      await expect(
        check({ createStore, advanceMs: (ms) => clock.advance(ms) }),
      ).resolves.toBeUndefined();
    },
  );

  test('X7 100,000 distinct keys leave no more than the limit', async () => {
    const store = createMemoryHealthStore({ maxKeys: 100 });
    const keys = Array.from({ length: 100_000 }, (_, index) => `model-${index}`);
    for (const key of keys) await store.report({ key, outcome: 'success' });
    expect((await store.snapshot(keys)).size).toBe(100);
  });
});

describe('invariant 18: the breaker is a state machine', () => {
  const event = fc.oneof(
    fc.record({ type: fc.constant('admit' as const), force: fc.boolean() }),
    fc.record({
      type: fc.constant('report' as const),
      outcome: fc.constantFrom('success' as const, 'failure' as const, 'released' as const),
      class: fc.constantFrom(
        'overloaded' as const,
        'rate-limited' as const,
        'bad-request' as const,
        'aborted' as const,
      ),
      withLease: fc.boolean(),
    }),
    fc.record({ type: fc.constant('wait' as const), ms: fc.nat(40_000) }),
  );

  test('at most one probe lives at a time, nothing closes it but that probe, and harmless classes never move it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (happenings) => {
        expect(violationsOf(happenings)).toEqual([]);
      }),
    );
  });
});

type Happening =
  | { type: 'wait'; ms: number }
  | { type: 'admit'; force: boolean }
  | {
      type: 'report';
      outcome: HealthEvent['outcome'];
      class: 'overloaded' | 'rate-limited' | 'bad-request' | 'aborted';
      withLease: boolean;
    };

/** Plays the happenings and lists every law that was broken on the way. */
function violationsOf(happenings: readonly Happening[]): string[] {
  const violations: string[] = [];
  let state: BreakerState = unknownHealth;
  let nowMs = 0;
  let probe: { id: string; untilMs: number } | undefined;
  for (const [index, happening] of happenings.entries()) {
    const policy = defaultBreakerPolicy;
    const context: BreakerContext = { nowMs, policy, random: 0.5, leaseId: `${index}` };
    if (happening.type === 'wait') {
      nowMs += happening.ms;
    } else if (happening.type === 'admit') {
      const result = admit(state, happening, context);
      if (result.admission.type === 'probe') {
        if (probe !== undefined && probe.untilMs > nowMs) violations.push('two probes at a time');
        probe = { id: result.admission.leaseId, untilMs: nowMs + policy.probeLeaseMs };
      }
      state = result.state;
    } else {
      const leaseId = happening.withLease ? probe?.id : undefined;
      const { outcome } = happening;
      const next = applyEvent(
        state,
        {
          key: 'k',
          outcome,
          class: happening.class,
          ...(leaseId === undefined ? {} : { leaseId }),
        },
        context,
      );
      const harmless = happening.class === 'bad-request' || happening.class === 'aborted';
      if (outcome === 'failure' && harmless && next.open !== state.open)
        violations.push('moved by a harmless class');
      const closed = state.open !== undefined && next.open === undefined;
      const byProbe = outcome === 'success' && leaseId !== undefined && leaseId === state.lease?.id;
      if (closed && !byProbe) violations.push('closed by something else than its probe');
      if (leaseId !== undefined) probe = undefined;
      state = next;
    }
  }
  return violations;
}

function redisIsDown(): never {
  throw new Error('redis is down');
}

describe('health in a chain', () => {
  test('H1 a rate-limited candidate is cooled for as long as it asked, without being called', async () => {
    const clock = createTestClock();
    const limited = failing('a', () => httpError(429, {}, { 'retry-after': '30' }));
    const store = createMemoryHealthStore({ clock });
    const model = createFallbackModel({
      models: [limited, healthy('b')],
      health: { store },
      clock,
    });
    for (let index = 0; index < 5; index++) await generateText({ model, prompt: 'hi' });
    expect(limited.doGenerateCalls).toHaveLength(1);
    await clock.advance(29_000);
    await generateText({ model, prompt: 'hi' });
    expect(limited.doGenerateCalls).toHaveLength(1);
    await clock.advance(8_000);
    await generateText({ model, prompt: 'hi' });
    expect(limited.doGenerateCalls).toHaveLength(2);
  });

  test('X3 after the cool-down 100 callers arrive: one probes, 99 go to the fallback, all are answered', async () => {
    const clock = createTestClock();
    const store = createMemoryHealthStore({ clock, policy: { jitter: 0 } });
    const dead = failing('a', () => httpError(429));
    const model = createFallbackModel({ models: [dead, healthy('b')], health: { store }, clock });
    await generateText({ model, prompt: 'hi' });
    await clock.advance(5_001);
    const texts = await Promise.all(
      Array.from({ length: 100 }, async () => (await generateText({ model, prompt: 'hi' })).text),
    );
    expect(new Set(texts)).toEqual(new Set(['text of b']));
    expect(dead.doGenerateCalls).toHaveLength(2);
  });

  test('X2 one caller’s poison does not move the others off the primary', async () => {
    const store = createMemoryHealthStore();
    const picky = generating('a', ({ temperature }) => {
      if (temperature === 1) throw httpError(400, { message: 'bad role' });
      return answer('primary');
    });
    const model = createFallbackModel({ models: [picky, healthy('b')], health: { store } });
    for (let index = 0; index < 10; index++) {
      await caught(generateText({ model, prompt: 'hi', temperature: 1 }));
      expect((await generateText({ model, prompt: 'hi', temperature: 0 })).text).toBe('primary');
    }
  });

  test('X6 all breakers open: the first is asked once all the same', async () => {
    const store = createMemoryHealthStore();
    await store.report({ key: 'mock-provider:a', outcome: 'failure', class: 'rate-limited' });
    const model = createFallbackModel({ models: [healthy('a')], health: { store } });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of a');
    expect(await store.admit({ key: 'mock-provider:a' })).toEqual({ type: 'closed' });
  });

  test('X6 all breakers open: by choice the call fails at once', async () => {
    const store = createMemoryHealthStore();
    await store.report({ key: 'mock-provider:a', outcome: 'failure', class: 'rate-limited' });
    const health = { store, whenAllOpen: 'fail' } as const;
    const model = createFallbackModel({ models: [healthy('a')], health });
    expect(await caught(generateText({ model, prompt: 'hi' }))).toMatchObject({
      reason: 'no-candidate',
      attempts: [{ outcome: 'skipped' }],
    });
  });

  test('a store that throws or rejects is ignored: health fails open', async () => {
    for (const store of [
      { admit: redisIsDown, report: redisIsDown, snapshot: redisIsDown },
      {
        admit: async () => redisIsDown(),
        report: async () => redisIsDown(),
        snapshot: async () => redisIsDown(),
      },
    ]) {
      const model = createFallbackModel({
        models: [failing('a', () => httpError(503)), healthy('b')],
        health: { store, reorder: healthiestFirst },
      });
      expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
    }
  });

  test('a probe that a slow store hands out too late is given back', async () => {
    const clock = createTestClock();
    const released: unknown[] = [];
    const store = {
      admit: async () => {
        await new Promise<void>((resolve) => void clock.schedule(resolve, 400));
        return { type: 'probe' as const, leaseId: 'lease-1' };
      },
      report: ({ outcome, leaseId }: HealthEvent) => void released.push([outcome, leaseId]),
      snapshot: () => new Map(),
    };
    const model = createFallbackModel({ models: [healthy('a')], health: { store }, clock });
    const text = generateText({ model, prompt: 'hi' }).then((result) => result.text);
    await clock.advance(1_000);
    expect(await text).toBe('text of a');
    expect(released).toEqual([
      ['success', undefined],
      ['released', 'lease-1'],
    ]);
  });

  test('C2 an abort does not count against the candidate', async () => {
    const store = createMemoryHealthStore();
    const hanging = generating('a', async () => new Promise(() => undefined));
    const model = createFallbackModel({ models: [hanging], health: { store } });
    for (let index = 0; index < 5; index++) {
      await caught(generateText({ model, prompt: 'hi', abortSignal: AbortSignal.timeout(2) }));
    }
    expect(await store.admit({ key: 'mock-provider:a' })).toEqual({ type: 'closed' });
  });

  test('reorder by health is a policy: the healthy one is asked first, errors remove a candidate, recovery returns it', async () => {
    const clock = createTestClock();
    const store = createMemoryHealthStore({ clock });
    let broken = true;
    const moody = generating('a', () => {
      if (broken) throw httpError(502);
      return answer('a');
    });
    const model = createFallbackModel({
      models: [moody, healthy('b')],
      health: { store, reorder: healthiestFirst },
      clock,
    });
    for (let index = 0; index < 4; index++) await generateText({ model, prompt: 'hi' });
    expect(moody.doGenerateCalls.length).toBeLessThan(4);
    broken = false;
    for (let index = 0; index < 40; index++)
      await store.report({ key: 'mock-provider:a', outcome: 'success' });
    await clock.advance(60_000);
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('a');
  });
});
