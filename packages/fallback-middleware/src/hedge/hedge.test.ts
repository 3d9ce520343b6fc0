import { generateText, streamText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { answer, usage } from '../../test/support/answers.ts';
import { failing, healthy, httpError } from '../../test/support/models.ts';
import { createTestClock, settle } from '../../test/support/test-clock.ts';
import { caught } from '../../test/support/caught.ts';
import type { Clock } from '../clock/clock.ts';
import { createMemoryHealthStore } from '../health/create-memory-health-store.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import type { CallReport } from '../report/call-report.ts';
import type { LateAnswerEvent } from '../report/fallback-events.ts';
import { fixedHedgeDelay } from './fixed-hedge-delay.ts';
import { quantileHedgeDelay } from './quantile-hedge-delay.ts';

/** Answers after `delayMs` of the clock; notes when its signal aborts. */
function slow(
  modelId: string,
  delayMs: number,
  clock: Clock,
  aborted: string[] = [],
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doGenerate: async ({ abortSignal }) => {
      abortSignal?.addEventListener('abort', () => aborted.push(modelId));
      await new Promise<void>((resolve) => void clock.schedule(resolve, delayMs));
      return { ...answer(`text of ${modelId}`), response: { modelId } };
    },
  });
}

function failingAfter(
  modelId: string,
  delayMs: number,
  clock: Clock,
  status = 503,
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doGenerate: async () => {
      await new Promise<void>((resolve) => void clock.schedule(resolve, delayMs));
      throw httpError(status);
    },
  });
}

function boom(): never {
  throw new Error('boom');
}

describe('hedging', () => {
  test('X10 a silent first gets a second beside it; the first answer wins, the loser is cancelled, its cost unknown', async () => {
    const clock = createTestClock();
    const aborted: string[] = [];
    const reports: CallReport[] = [];
    const model = createFallbackModel({
      models: [slow('a', 5000, clock, aborted), slow('b', 100, clock, aborted)],
      hedge: { delay: fixedHedgeDelay(1000) },
      events: { onCallEnd: ({ report }) => reports.push(report) },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(1100);
    expect((await result).text).toBe('text of b');
    expect(aborted).toEqual(['a']);
    expect(reports[0]?.attempts).toMatchObject([
      { outcome: 'abandoned', reason: 'another candidate answered first' },
      { outcome: 'served', hedge: true },
    ]);
    expect(reports[0]?.attempts[0]).not.toHaveProperty('usage');
  });

  test('X10 a loser that cannot be stopped tells its usage late, once, beside the report that is told already', async () => {
    const clock = createTestClock();
    const late: LateAnswerEvent[] = [];
    const reports: CallReport[] = [];
    const model = createFallbackModel({
      models: [slow('a', 5000, clock), slow('b', 100, clock)],
      hedge: { delay: fixedHedgeDelay(1000) },
      events: {
        onCallEnd: ({ report }) => reports.push(report),
        onLateAnswer: (event) => late.push(event),
      },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(1100);
    await result;
    expect(late).toEqual([]);
    await clock.advance(5000);
    expect(late).toMatchObject([
      { attempt: { candidateId: 'mock-provider:a', outcome: 'abandoned', usage: usage() } },
    ]);
    expect(reports[0]?.attempts[0]).not.toHaveProperty('usage');
  });

  test('a loser counts as at least as slow as it was silent', async () => {
    const clock = createTestClock();
    const seen: unknown[] = [];
    const delay = {
      delayMs: () => 1000,
      observe: (id: string, ms: number) => void seen.push([id, ms]),
      observeAtLeast: (id: string, ms: number) => void seen.push([id, 'at least', ms]),
    };
    const model = createFallbackModel({
      models: [slow('a', 5000, clock), slow('b', 100, clock)],
      hedge: { delay },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(1100);
    await result;
    expect(seen).toEqual([
      ['mock-provider:b', 100],
      ['mock-provider:a', 'at least', 1100],
    ]);
  });

  test('a first that answers in time is never hedged, and leaves no timer', async () => {
    const clock = createTestClock();
    const second = healthy('b');
    const model = createFallbackModel({
      models: [slow('a', 500, clock), second],
      hedge: { delay: fixedHedgeDelay(1000) },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(500);
    expect((await result).text).toBe('text of a');
    await clock.advance(5000);
    expect([second.doGenerateCalls.length, clock.pending()]).toEqual([0, 0]);
  });

  test('a hedge that fails leaves the first running; a budget that says no starts none', async () => {
    const clock = createTestClock();
    const dead = failing('b', () => httpError(503));
    const third = healthy('c');
    const ask = async (allow: boolean): Promise<string> => {
      const model = createFallbackModel({
        models: [slow('a', 2000, clock), dead, third],
        hedge: { delay: fixedHedgeDelay(1000), allow: () => allow },
        clock,
      });
      const result = generateText({ model, prompt: 'hi' });
      await clock.advance(2000);
      return (await result).text;
    };
    expect(await ask(true)).toBe('text of a');
    expect([dead.doGenerateCalls.length, third.doGenerateCalls.length]).toEqual([1, 0]);
    await ask(false);
    expect(dead.doGenerateCalls).toHaveLength(1);
  });

  test('both fail → the chain goes on with the third', async () => {
    const clock = createTestClock();
    const failLate = new MockLanguageModelV4({
      modelId: 'a',
      doGenerate: async () => {
        await new Promise<void>((resolve) => void clock.schedule(resolve, 2000));
        throw httpError(500);
      },
    });
    const model = createFallbackModel({
      models: [failLate, failing('b', () => httpError(503)), healthy('c')],
      hedge: { delay: fixedHedgeDelay(1000) },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(2000);
    expect((await result).text).toBe('text of c');
  });

  test('a stream: the consumer sees one stream, the loser’s connection is closed', async () => {
    const clock = createTestClock();
    let cancelled = false;
    const silent = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => ({
        stream: new ReadableStream({
          cancel() {
            cancelled = true;
          },
        }),
      }),
    });
    const model = createFallbackModel({
      models: [silent, healthy('b')],
      hedge: { delay: fixedHedgeDelay(1000) },
      clock,
    });
    const result = streamText({ model, prompt: 'hi' });
    const text = Promise.resolve(result.text);
    await settle();
    await clock.advance(1000);
    expect([await text, cancelled]).toEqual(['text of b', true]);
  });

  test('a first that fails while the second’s gate is still open to question waits for it', async () => {
    const clock = createTestClock();
    const second = healthy('b');
    const model = createFallbackModel({
      models: [failingAfter('a', 1500, clock), second, healthy('c')],
      hedge: { delay: fixedHedgeDelay(1000) },
      gate: async ({ id }) => {
        if (id.endsWith(':b'))
          await new Promise<void>((resolve) => void clock.schedule(resolve, 2000));
        return undefined;
      },
      clock,
    });
    const result = generateText({ model, prompt: 'hi', maxRetries: 0 });
    await clock.advance(5000);
    expect((await result).text).toBe('text of b');
  });

  test('a second whose gate never answers holds up neither the abort nor the call’s deadline', async () => {
    const clock = createTestClock();
    const never = new Promise<never>(() => undefined);
    const model = createFallbackModel({
      models: [failingAfter('a', 1500, clock), healthy('b')],
      hedge: { delay: fixedHedgeDelay(1000) },
      gate: ({ id }) => (id.endsWith(':b') ? never : undefined),
      totalTimeoutMs: 3000,
      clock,
    });
    const late = caught(generateText({ model, prompt: 'hi', maxRetries: 0 }));
    await clock.advance(3000);
    expect(await late).toMatchObject({ reason: 'total-deadline' });
    const controller = new AbortController();
    const { signal: abortSignal } = controller;
    const aborted = caught(generateText({ model, prompt: 'hi', maxRetries: 0, abortSignal }));
    await clock.advance(2000);
    controller.abort(new Error('enough'));
    expect(await aborted).toMatchObject({ message: 'enough' });
    expect(clock.pending()).toBe(0);
  });

  test('a gate, a budget or a delay that throws finds no second; the first answers', async () => {
    for (const hedge of [
      { delay: fixedHedgeDelay(1000) },
      { delay: fixedHedgeDelay(1000), allow: boom },
      { delay: { delayMs: () => 1000, observe: boom } },
      { delay: { delayMs: boom, observe: () => undefined } },
    ]) {
      const clock = createTestClock();
      const model = createFallbackModel({
        models: [slow('a', 3000, clock), slow('b', 9000, clock)],
        hedge,
        gate: async ({ id }) => (id.endsWith(':b') ? boom() : undefined),
        clock,
      });
      const result = generateText({ model, prompt: 'hi', maxRetries: 0 });
      await clock.advance(20_000);
      expect((await result).text).toBe('text of a');
      expect(clock.pending()).toBe(0);
    }
  });

  test('a failure that stops a call stops it although a second is running', async () => {
    const clock = createTestClock();
    const aborted: string[] = [];
    const third = healthy('c');
    const model = createFallbackModel({
      models: [failingAfter('a', 1500, clock, 400), slow('b', 9000, clock, aborted), third],
      hedge: { delay: fixedHedgeDelay(1000) },
      clock,
    });
    const error = caught(generateText({ model, prompt: 'hi', maxRetries: 0 }));
    await clock.advance(2000);
    expect(await error).toMatchObject({ message: expect.stringContaining('bad-request') });
    expect([aborted, third.doGenerateCalls.length]).toEqual([['b'], 0]);
  });

  test('a second that is put back gives its probe back', async () => {
    const clock = createTestClock();
    const store = createMemoryHealthStore({ clock });
    for (let count = 0; count < 10; count++) {
      await store.report({ key: 'mock-provider:b', outcome: 'failure', class: 'overloaded' });
    }
    await clock.advance(3_600_000);
    const model = createFallbackModel({
      models: [slow('a', 3000, clock), healthy('b')],
      hedge: { delay: fixedHedgeDelay(1000), allow: () => false },
      health: { store },
      clock,
    });
    const result = generateText({ model, prompt: 'hi' });
    await clock.advance(5000);
    await result;
    expect(await store.admit({ key: 'mock-provider:b' })).toMatchObject({ type: 'probe' });
  });

  test('an abort ends both', async () => {
    const clock = createTestClock();
    const aborted: string[] = [];
    const controller = new AbortController();
    const model = createFallbackModel({
      models: [slow('a', 9000, clock, aborted), slow('b', 9000, clock, aborted)],
      hedge: { delay: fixedHedgeDelay(1000) },
      clock,
    });
    const result = Promise.resolve(
      model.doGenerate({ prompt: [], abortSignal: controller.signal }),
    );
    const ended = result.catch((error: unknown) => error);
    await clock.advance(1500);
    controller.abort('enough');
    expect(await ended).toBe('enough');
    expect(aborted).toEqual(['a', 'b']);
  });

  test('the quantile is learned, and nobody is hedged before it is known', () => {
    const delay = quantileHedgeDelay({ quantile: 0.9, minSamples: 10, minDelayMs: 1 });
    for (let ms = 1; ms <= 9; ms++) delay.observe('a', ms);
    expect(delay.delayMs('a')).toBeUndefined();
    delay.observe('a', 10);
    expect(delay.delayMs('a')).toBe(10);
    for (let ms = 11; ms <= 100; ms++) delay.observe('a', ms);
    expect(delay.delayMs('a')).toBe(91);
    expect(delay.delayMs('b')).toBeUndefined();
  });
});
