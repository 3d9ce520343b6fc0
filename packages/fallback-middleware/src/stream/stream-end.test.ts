import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { finish, preamble, streamed, textParts } from '../../test/support/answers.ts';
import { drain } from '../../test/support/drain.ts';
import { healthy, httpError, newCount, streaming } from '../../test/support/models.ts';
import { createTestClock, settle, type TestClock } from '../../test/support/test-clock.ts';
import { createMemoryHealthStore } from '../health/create-memory-health-store.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import type { FallbackModelOptions } from '../middleware/create-fallback-model.ts';
import type { CallReport } from '../report/call-report.ts';
import type { CallEndEvent, FallbackEvents } from '../report/fallback-events.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hi' }] }];
const brokenText: LanguageModelV4StreamPart[] = [
  ...preamble('a'),
  ...textParts('Once').slice(0, 2),
  { type: 'error', error: { code: 502, message: 'gone' } },
];

interface Told {
  readonly order: string[];
  readonly events: FallbackEvents;
}

function listening(): Told {
  const order: string[] = [];
  return {
    order,
    events: {
      onAttempt: ({ candidateId }) => order.push(`${candidateId} starts`),
      onAttemptEnd: ({ attempt }) => order.push(`${attempt.candidateId} ${attempt.outcome}`),
      onCallEnd: () => order.push('call ends'),
      onHookError: (_error, hook) => order.push(`${hook} threw`),
    },
  };
}

async function open(
  options: FallbackModelOptions,
  abortSignal?: AbortSignal,
): Promise<ReadableStream<LanguageModelV4StreamPart>> {
  const model = createFallbackModel(options);
  const { stream } = await model.doStream({
    prompt,
    ...(abortSignal === undefined ? {} : { abortSignal }),
  });
  return stream;
}

/** The types of all parts, or what the stream broke with. Never waits for ever: reads are settled or it says so. */
async function endOf(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<string> {
  let last = 'nothing';
  const reading = drain(stream, ({ type }) => (last = type)).then(
    () => last,
    (error: unknown) => String(error),
  );
  return Promise.race([
    reading,
    settle()
      .then(settle)
      .then(() => 'still waiting'),
  ]);
}

function down(): never {
  throw new Error('store down');
}

describe('a committed stream ends once, whatever throws', () => {
  test.each([
    ['pin store', { pins: { use: () => undefined, pin: down, unpin: down }, sessionOf: () => 's' }],
    [
      'naming the session',
      { pins: { use: () => undefined, pin: down, unpin: down }, sessionOf: down },
    ],
  ])('a %s that throws is reported and costs nothing', async (_name, stickiness) => {
    const { order, events } = listening();
    const stream = await open({ models: [healthy('a')], stickiness, events });
    expect(await endOf(stream)).toBe('finish');
    expect(order).toContain('stickiness threw');
    expect(order.slice(-1)).toEqual(['call ends']);
  });

  test('a throwing pin store does not lose a generated answer either', async () => {
    const stickiness = { pins: { use: down, pin: down, unpin: down }, sessionOf: () => 's' };
    const model = createFallbackModel({ models: [healthy('a')], stickiness });
    expect((await model.doGenerate({ prompt })).content).toHaveLength(1);
  });

  test('what else throws at the finish breaks the stream instead of leaving it open', async () => {
    const { order, events } = listening();
    const retryBudget = { allows: () => true, spend: () => undefined, earn: down };
    const end = await endOf(await open({ models: [healthy('a')], events, retryBudget }));
    expect(end).not.toBe('still waiting');
    expect(order.filter((told) => told === 'call ends')).toHaveLength(1);
  });

  test('a part that is none breaks the answer like any other failure', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a provider's bug, not ours to type
    const none = null as unknown as LanguageModelV4StreamPart;
    const stream = await open({
      models: [streaming('a', [...streamed('a', 'x').slice(0, 4), none])],
    });
    expect(await endOf(stream)).toBe('finish');
  });
});

describe('a call ends once', () => {
  test('although the consumer leaves between the finish and its reading', async () => {
    const { order, events } = listening();
    let signal: AbortSignal | undefined;
    const model = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async ({ abortSignal }) => {
        signal = abortSignal;
        return healthy('a').doStream({ prompt });
      },
    });
    const stream = await open({ models: [model], hold: 'until-valid', events });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel('enough');
    expect(order).toEqual(['mock-provider:a starts', 'mock-provider:a served', 'call ends']);
    expect(signal?.aborted).toBe(false);
  });

  test('although the consumer leaves at the error part', async () => {
    const { order, events } = listening();
    const reader = (await open({ models: [streaming('a', brokenText)], events })).getReader();
    for (;;) {
      const { value } = await reader.read();
      if (value?.type === 'error') break;
    }
    await reader.cancel();
    expect(order).toEqual(['mock-provider:a starts', 'mock-provider:a failed', 'call ends']);
  });

  test('although nobody reads: an abort is enough', async () => {
    const { order, events } = listening();
    const counted = newCount();
    const controller = new AbortController();
    const model = streaming('a', streamed('a', 'x', 'y'), counted);
    const stream = await open({ models: [model], events }, controller.signal);
    controller.abort(new Error('mine'));
    await settle();
    expect(order).toEqual(['mock-provider:a starts', 'mock-provider:a abandoned', 'call ends']);
    expect(counted.cancelled).toBe(true);
    expect(await endOf(stream)).toBe('finish');
  });

  test('although nobody reads: the deadline of the call is enough, and no timer stays', async () => {
    const { order, events } = listening();
    const clock = createTestClock();
    await open({
      models: [streaming('a', streamed('a', 'x', 'y'))],
      events,
      clock,
      totalTimeoutMs: 500,
    });
    await clock.advance(500);
    expect(order).toEqual(['mock-provider:a starts', 'mock-provider:a failed', 'call ends']);
    expect(clock.pending()).toBe(0);
  });

  test('although nobody reads a whole answer that a verifier passed', async () => {
    const { order, events } = listening();
    const controller = new AbortController();
    await open(
      { models: [healthy('a'), healthy('b')], events, hold: 'until-valid', verify: () => true },
      controller.signal,
    );
    controller.abort();
    await settle();
    expect(order.slice(-2)).toEqual(['mock-provider:a served', 'call ends']);
  });
});

describe('who continues a text', () => {
  test('is nobody who cannot, not even as the last resort that a breaker held back', async () => {
    const store = createMemoryHealthStore();
    for (let count = 0; count < 5; count++) {
      await store.report({ key: 'mock-provider:b', outcome: 'failure', class: 'overloaded' });
    }
    const unable = healthy('b');
    const stream = await open({
      models: [{ model: unable, facts: { prefill: false } }, streaming('a', brokenText)],
      health: { store },
      continueText: true,
    });
    expect(await endOf(stream)).toBe('finish');
    expect(unable.doStreamCalls).toHaveLength(0);
  });
});

describe('a consumer that leaves while the text is being continued', () => {
  test('starts no other attempt, and the call ends behind the last of them', async () => {
    const clock = createTestClock();
    const { order, events } = listening();
    const refusing = (modelId: string): { model: LanguageModelV4; facts: { prefill: true } } => ({
      facts: { prefill: true },
      model: new MockLanguageModelV4({
        modelId,
        doStream: async () => {
          await new Promise<void>((resolve) => void clock.schedule(resolve, 100));
          throw httpError(503);
        },
      }),
    });
    const models = [streaming('a', brokenText), refusing('b'), refusing('c'), refusing('d')];
    const stream = await open({ models, continueText: true, events, clock });
    const reader = stream.getReader();
    for (let count = 0; count < 4; count++) await reader.read();
    const waiting = reader.read();
    await clock.advance(50);
    await reader.cancel('gone');
    await waiting;
    await clock.advance(10_000);
    expect(order).toEqual([
      'mock-provider:a starts',
      'mock-provider:a failed',
      'mock-provider:b starts',
      'mock-provider:b abandoned',
      'call ends',
    ]);
  });
});

function flushing(model: LanguageModelV4, done: () => void): LanguageModelV4 {
  return wrapLanguageModel({
    model,
    middleware: {
      specificationVersion: 'v4',
      wrapStream: async ({ doStream }) => {
        const { stream, ...rest } = await doStream();
        const logging = new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
          flush: done,
        });
        return { ...rest, stream: stream.pipeThrough(logging) };
      },
    },
  });
}

describe('behind an error before content', () => {
  const error: LanguageModelV4StreamPart = { type: 'error', error: { code: 502, message: 'gone' } };

  /** Sends an error at once and, on an open socket, the finish so much later. */
  function failingLate(
    clock: TestClock,
    finishAfterMs: number,
    cancelled: () => void = () => undefined,
  ): LanguageModelV4 {
    return new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => ({
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          start: (controller) => {
            controller.enqueue(error);
            clock.schedule(() => controller.enqueue(finish()), finishAfterMs);
          },
          cancel: cancelled,
        }),
      }),
    });
  }

  test('an open socket delays the failover no longer than a few milliseconds, and tells its usage all the same', async () => {
    const clock = createTestClock();
    const reports: CallReport[] = [];
    const events = { onCallEnd: ({ report }: CallEndEvent) => reports.push(report) };
    const opened = open({ models: [failingLate(clock, 50), healthy('b')], clock, events });
    await clock.advance(5);
    const stream = await opened;
    await clock.advance(50);
    expect(await endOf(stream)).toBe('finish');
    await settle();
    expect(reports[0]?.attempts[0]?.usage?.inputTokens.total).toBe(3);
    expect(clock.pending()).toBe(0);
  });

  test('one that stays open is closed after 100 ms', async () => {
    const clock = createTestClock();
    let cancelled = 0;
    const model = failingLate(clock, Number.POSITIVE_INFINITY, () => (cancelled += 1));
    const opened = open({ models: [model, healthy('b')], clock });
    await clock.advance(5);
    await drain(await opened);
    expect(cancelled).toBe(0);
    await clock.advance(95);
    expect(cancelled).toBe(1);
  });
});

describe('behind the finish', () => {
  test.each(['first-content', 'until-valid'] as const)(
    'a wrapped model’s own middleware comes to its flush, and no timer stays (%s)',
    async (hold) => {
      const clock = createTestClock();
      let flushed = 0;
      const model = flushing(healthy('a'), () => (flushed += 1));
      await drain(await open({ models: [model], clock, hold }));
      await settle();
      expect([flushed, clock.pending()]).toEqual([1, 0]);
    },
  );

  test('a stream that stays open is closed after 100 ms', async () => {
    const clock = createTestClock();
    let cancelled = 0;
    const model = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => ({
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          start: (controller) => {
            for (const part of streamed('a', 'x')) controller.enqueue(part);
          },
          cancel: () => void (cancelled += 1),
        }),
      }),
    });
    await drain(await open({ models: [model], clock }));
    await clock.advance(100);
    expect([cancelled, clock.pending()]).toEqual([1, 0]);
  });

  test('one that never stops is not read for ever', async () => {
    const clock = createTestClock();
    const counted = newCount();
    const endless = [...streamed('a', 'x'), ...Array.from({ length: 500 }, () => finish())];
    await drain(await open({ models: [streaming('a', endless, counted)], clock }));
    await settle();
    expect(counted.cancelled).toBe(true);
    expect(counted.pulled).toBeLessThan(60);
  });
});
