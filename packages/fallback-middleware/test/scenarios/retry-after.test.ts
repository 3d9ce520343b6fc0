import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRetryBudget, generateWithFallback, type FallbackCall } from '../../src/index.ts';
import { backoffDelayMs } from '../../src/chain/backoff.ts';
import { caught } from '../support/caught.ts';
import { failing, generating, healthy, httpError } from '../support/models.ts';
import { answer } from '../support/answers.ts';
import { createTestClock, type TestClock } from '../support/test-clock.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

interface Waited {
  readonly waitedMs: number | undefined;
  readonly calls: number;
  readonly error: unknown;
}

/** A single candidate that fails once with these headers: how long until it is asked again? */
async function waitAfter(
  headers: Record<string, string>,
  options: Partial<FallbackCall> = {},
): Promise<Waited> {
  const clock = createTestClock();
  const askedAt: number[] = [];
  const model = generating('a', () => {
    askedAt.push(clock.monotonicMs());
    if (askedAt.length === 1) throw httpError(429, {}, headers);
    return answer('at last');
  });
  const call = generateWithFallback({
    candidates: [{ id: 'a', model }],
    params: { prompt },
    clock,
    random: () => 0,
    ...options,
  });
  const ended = call.then(
    () => undefined,
    (error: unknown) => error,
  );
  await clock.advance(60_000);
  return { waitedMs: askedAt[1], calls: askedAt.length, error: await ended };
}

describe('retry-after', () => {
  test.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '2' }, 2000],
    ['decimals', { 'retry-after': '1.5' }, 1500],
    [
      'the ms header, which wins over seconds',
      { 'retry-after-ms': '700', 'retry-after': '5' },
      700,
    ],
    [
      'an HTTP date',
      { 'retry-after': new Date(Date.UTC(2026, 10, 25, 0, 0, 3)).toUTCString() },
      3000,
    ],
    ['a past date', { 'retry-after': new Date(0).toUTCString() }, 0],
    ['nonsense, ignored', { 'retry-after': 'soon' }, 0],
    ['a negative number, ignored', { 'retry-after': '-5' }, 0],
  ])('H4 on the last candidate it waits for %s', async (_name, headers, expected) => {
    expect((await waitAfter(headers)).waitedMs).toBe(expected);
  });

  test('H1 a hint never delays a failover', async () => {
    const clock = createTestClock();
    const limited = failing('a', () => httpError(429, {}, { 'retry-after': '30' }));
    const candidates = [limited, healthy('b')].map((model) => ({ id: model.modelId, model }));
    await generateWithFallback({ candidates, params: { prompt }, clock });
    expect(clock.monotonicMs()).toBe(0);
  });

  test('too long → no wait: the error says how long', async () => {
    const { calls, error } = await waitAfter({ 'retry-after': '3600' });
    expect(calls).toBe(1);
    expect(error).toMatchObject({ retryAfterMs: 3_600_000, reason: 'all-failed' });
  });

  test('a wait that would outlast the call’s deadline is not begun', async () => {
    const { calls, error } = await waitAfter({ 'retry-after': '10' }, { totalTimeoutMs: 5000 });
    expect([calls, error]).toEqual([1, expect.objectContaining({ reason: 'all-failed' })]);
  });

  test('the header beats the backoff', async () => {
    expect((await waitAfter({}, { random: () => 0.5 })).waitedMs).toBe(250);
    expect((await waitAfter({ 'retry-after': '4' }, { random: () => 0.5 })).waitedMs).toBe(4062.5);
  });

  test('the backoff grows, is capped and has full jitter: 0 ≤ delay ≤ min(cap, base·2^i)', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retryIndex, drawn) => {
          const delayMs = backoffDelayMs({
            retryIndex,
            baseMs: 500,
            capMs: 20_000,
            random: () => drawn,
          });
          expect(delayMs).toBeGreaterThanOrEqual(0);
          expect(delayMs).toBeLessThanOrEqual(Math.min(20_000, 500 * 2 ** retryIndex));
        },
      ),
    );
  });

  test('the soonest candidate gets the second chance', async () => {
    const clock = createTestClock();
    const order: string[] = [];
    const limited = (
      id: string,
      seconds: string,
    ): { id: string; model: ReturnType<typeof generating> } => ({
      id,
      model: generating(id, () => {
        order.push(id);
        if (order.length <= 2) throw httpError(429, {}, { 'retry-after': seconds });
        return answer(id);
      }),
    });
    const call = generateWithFallback({
      candidates: [limited('a', '9'), limited('b', '3')],
      params: { prompt },
      clock,
      random: () => 0,
    });
    await clock.advance(3000);
    await call;
    expect(order).toEqual(['a', 'b', 'b']);
  });
});

async function outage(calls: number, budget = createRetryBudget()): Promise<number> {
  let attempts = 0;
  const dead = (id: string): { id: string; model: ReturnType<typeof failing> } => ({
    id,
    model: failing(id, () => {
      attempts += 1;
      return httpError(503);
    }),
  });
  const clock: TestClock = createTestClock();
  for (let index = 0; index < calls; index++) {
    const call = generateWithFallback({
      candidates: [dead('a'), dead('b')],
      params: { prompt },
      clock,
      maxAttempts: 2,
      retryBudget: budget,
    });
    await caught(call);
  }
  return attempts;
}

describe('retry budget', () => {
  test('X4 a total outage is amplified by no more than the bucket: 1,000 calls, at most 10 % more attempts', async () => {
    expect(await outage(1000)).toBe(1100);
  });

  test('an empty bucket says so, and first attempts still go out', async () => {
    const budget = createRetryBudget({ maxTokens: 0 });
    const dead = failing('a', () => httpError(503));
    const candidates = [dead, healthy('b')].map((model) => ({ id: model.modelId, model }));
    const error = await caught(
      generateWithFallback({ candidates, params: { prompt }, retryBudget: budget }),
    );
    expect(error).toMatchObject({ reason: 'retry-budget', attempts: [{ outcome: 'failed' }] });
  });

  test('a dead primary with a healthy second never drains it', async () => {
    const budget = createRetryBudget({ maxTokens: 2 });
    const candidates = [failing('a', () => httpError(503)), healthy('b')].map((model) => ({
      id: model.modelId,
      model,
    }));
    for (let index = 0; index < 50; index++) {
      await generateWithFallback({ candidates, params: { prompt }, retryBudget: budget });
    }
    expect(budget.allows()).toBe(true);
  });

  test('tokens stay within bounds whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean()),
        fc.integer({ min: 0, max: 5 }),
        (happenings, maxTokens) => {
          const budget = createRetryBudget({ maxTokens, tokensPerAnswer: 1 });
          for (const answered of happenings) {
            if (answered) budget.earn();
            else budget.spend();
          }
          for (let index = 0; index < maxTokens; index++) budget.spend();
          expect(budget.allows()).toBe(false);
          for (let index = 0; index < maxTokens + 3; index++) budget.earn();
          expect(budget.allows()).toBe(maxTokens > 0);
        },
      ),
    );
  });
});
