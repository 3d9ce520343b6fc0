import { getEventListeners } from 'node:events';
import { generateText, streamText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { createFallbackModel, generateWithFallback, streamWithFallback } from '../../src/index.ts';
import { answer, preamble, textParts } from '../support/answers.ts';
import { caught } from '../support/caught.ts';
import { drain } from '../support/drain.ts';
import { failing, healthy, httpError, streaming } from '../support/models.ts';
import { createTestClock, settle } from '../support/test-clock.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

/** Never answers; tells when its signal aborts. */
function hanging(
  modelId: string,
  onAbort: (reason: unknown) => void = () => undefined,
): MockLanguageModelV4 {
  const hang = async ({ abortSignal }: { abortSignal?: AbortSignal }): Promise<never> =>
    new Promise(() => {
      abortSignal?.addEventListener('abort', () => onAbort(abortSignal.reason));
    });
  return new MockLanguageModelV4({ modelId, doGenerate: hang, doStream: hang });
}

function candidatesOf(
  ...models: MockLanguageModelV4[]
): Array<{ id: string; model: MockLanguageModelV4 }> {
  return models.map((model) => ({ id: model.modelId, model }));
}

describe('abort', () => {
  test('C1 aborted before the start: no call', async () => {
    const first = healthy('a');
    const params = { prompt, abortSignal: AbortSignal.abort('gone') };
    expect(await caught(generateWithFallback({ candidates: candidatesOf(first), params }))).toBe(
      'gone',
    );
    expect(await caught(streamWithFallback({ candidates: candidatesOf(first), params }))).toBe(
      'gone',
    );
    expect(first.doGenerateCalls.length + first.doStreamCalls.length).toBe(0);
  });

  test('C2 during an attempt: no further attempt, the upstream signal aborts with the caller’s reason', async () => {
    const controller = new AbortController();
    const reasons: unknown[] = [];
    const second = healthy('b');
    const waiting = generateWithFallback({
      candidates: candidatesOf(
        hanging('a', (reason) => reasons.push(reason)),
        second,
      ),
      params: { prompt, abortSignal: controller.signal },
    });
    await settle();
    controller.abort('enough');
    expect(await caught(waiting)).toBe('enough');
    expect([reasons, second.doGenerateCalls.length]).toEqual([['enough'], 0]);
  });

  test('C3 during a backoff: ends at once, leaving no timer', async () => {
    const clock = createTestClock();
    const controller = new AbortController();
    const waiting = generateWithFallback({
      candidates: candidatesOf(failing('a', () => httpError(503))),
      params: { prompt, abortSignal: controller.signal },
      clock,
      random: () => 0.9,
    });
    await settle();
    expect(clock.pending()).toBeGreaterThan(0);
    controller.abort('enough');
    expect(await caught(waiting)).toBe('enough');
    expect(clock.pending()).toBe(0);
  });

  test('C4 in the same tick as a 503: no second attempt', async () => {
    const controller = new AbortController();
    const second = healthy('b');
    const first = failing('a', () => {
      controller.abort('same tick');
      return httpError(503);
    });
    const params = { prompt, abortSignal: controller.signal };
    expect(
      await caught(generateWithFallback({ candidates: candidatesOf(first, second), params })),
    ).toBe('same tick');
    expect(second.doGenerateCalls).toHaveLength(0);
  });

  test('C5 mid-stream: the stream ends with the reason as an error part, upstream closed', async () => {
    const controller = new AbortController();
    let cancelled = false;
    const first = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => ({
        stream: new ReadableStream({
          start(upstream) {
            for (const part of [...preamble('a'), ...textParts('Once').slice(0, 2)])
              upstream.enqueue(part);
          },
          cancel() {
            cancelled = true;
          },
        }),
      }),
    });
    const { stream } = await streamWithFallback({
      candidates: candidatesOf(first),
      params: { prompt, abortSignal: controller.signal },
    });
    const reader = stream.getReader();
    for (let index = 0; index < 4; index++) await reader.read();
    const pending = reader.read();
    controller.abort('enough');
    const rest = [await pending, await reader.read(), await reader.read()].map(
      ({ value }) => value,
    );
    expect(rest.map((part) => part?.type)).toEqual(['text-end', 'error', 'finish']);
    expect([rest[1], cancelled]).toEqual([{ type: 'error', error: 'enough' }, true]);
  });

  test('C9 after the finish: no effect', async () => {
    const controller = new AbortController();
    const model = createFallbackModel({ models: [healthy('a')] });
    const result = streamText({ model, prompt: 'hi', abortSignal: controller.signal });
    expect(await result.text).toBe('text of a');
    controller.abort();
    await settle();
    expect(await result.finishReason).toBe('stop');
  });

  test('C10 a timeout is not an abort: ours moves on, the caller’s ends the call with its reason', async () => {
    const clock = createTestClock();
    const ours = generateWithFallback({
      candidates: candidatesOf(hanging('a'), healthy('b')),
      params: { prompt },
      clock,
      attemptTimeoutMs: 1000,
    });
    await clock.advance(1000);
    expect((await ours).content).toMatchObject([{ text: 'text of b' }]);
    const second = healthy('b');
    const theirs = generateWithFallback({
      candidates: candidatesOf(hanging('a'), second),
      params: { prompt, abortSignal: AbortSignal.timeout(5) },
    });
    expect(await caught(theirs)).toMatchObject({ name: 'TimeoutError' });
    expect(second.doGenerateCalls).toHaveLength(0);
  });

  test('an AbortError that nobody asked for is a network failure, not the caller’s abort', async () => {
    const dropped = failing('a', () => new DOMException('dropped', 'AbortError'));
    const model = createFallbackModel({ models: [dropped, healthy('b')] });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('T10 an attempt that would have no time left is not started', async () => {
    const clock = createTestClock();
    const second = healthy('b');
    const waiting = generateWithFallback({
      candidates: candidatesOf(hanging('a'), second),
      params: { prompt },
      clock,
      attemptTimeoutMs: 950,
      totalTimeoutMs: 1000,
    });
    const failed = caught(waiting);
    await clock.advance(1000);
    expect(await failed).toMatchObject({
      reason: 'total-deadline',
      attempts: [{ failure: { class: 'timeout' } }],
    });
    expect(second.doGenerateCalls).toHaveLength(0);
  });

  test('T11 deadlines do not follow the wall clock', async () => {
    const steady = createTestClock();
    let wallMs = 0;
    const clock = { ...steady, nowMs: () => wallMs };
    const waiting = generateWithFallback({
      candidates: candidatesOf(hanging('a'), healthy('b')),
      params: { prompt },
      clock,
      attemptTimeoutMs: 1000,
    });
    wallMs += 3_600_000;
    await steady.advance(999);
    wallMs -= 7_200_000;
    await steady.advance(1);
    expect((await waiting).content).toMatchObject([{ text: 'text of b' }]);
  });

  test('T12 a late timer lets an answer win that has already arrived', async () => {
    const slow = new MockLanguageModelV4({
      modelId: 'a',
      doGenerate: async () => {
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
        return answer('arrived');
      },
    });
    const waiting = generateWithFallback({
      candidates: candidatesOf(slow, healthy('b')),
      params: { prompt },
      attemptTimeoutMs: 30,
    });
    const blockedUntil = performance.now() + 400;
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    while (performance.now() < blockedUntil);
    expect((await waiting).content).toMatchObject([{ text: 'arrived' }]);
  });

  test('C12 no listener stays behind on a signal that serves 1,000 calls, failed ones included', async () => {
    const { signal } = new AbortController();
    const candidates = candidatesOf(
      failing('a', () => httpError(503)),
      healthy('b'),
    );
    for (let count = 0; count < 500; count++) {
      await generateWithFallback({ candidates, params: { prompt, abortSignal: signal } });
      const { stream } = await streamWithFallback({
        candidates,
        params: { prompt, abortSignal: signal },
      });
      if (count % 2 === 0) await stream.cancel();
      else await drain(stream);
    }
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('a late stream of an attempt that was given up is closed', async () => {
    const clock = createTestClock();
    let cancelled = false;
    const waiters: Array<() => void> = [];
    const late = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => {
        await new Promise<void>((resolve) => {
          waiters.push(resolve);
        });
        return {
          stream: new ReadableStream({
            cancel() {
              cancelled = true;
            },
          }),
        };
      },
    });
    const waiting = streamWithFallback({
      candidates: candidatesOf(late, streaming('b', [...preamble('b'), ...textParts('x')])),
      params: { prompt },
      clock,
      firstContentTimeoutMs: 1000,
    });
    await clock.advance(1000);
    const { stream } = await waiting;
    for (const answerLate of waiters) answerLate();
    await settle();
    expect(cancelled).toBe(true);
    await stream.cancel();
  });
});
