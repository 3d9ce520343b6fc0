import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { streamText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createFallbackModel,
  createMemoryHealthStore,
  type CallReport,
  type ChainOptions,
  type HealthStore,
} from '../../src/index.ts';
import { streamed } from '../support/answers.ts';
import { healthy } from '../support/models.ts';
import { createTestClock, type TestClock } from '../support/test-clock.ts';

/** A model that needs so long for its headers, one delay a call, and so long again until its first content. */
function slow(clock: TestClock, delaysMs: readonly number[], contentMs = 0): MockLanguageModelV4 {
  let calls = 0;
  return new MockLanguageModelV4({
    modelId: 'a',
    doStream: async () => {
      const delayMs = delaysMs[calls++] ?? 0;
      await new Promise<void>((resolve) => void clock.schedule(resolve, delayMs));
      return { stream: delayedStream(clock, contentMs) };
    },
  });
}

function delayedStream(
  clock: TestClock,
  delayMs: number,
): ReadableStream<LanguageModelV4StreamPart> {
  let stop: () => void;
  return new ReadableStream<LanguageModelV4StreamPart>({
    start(controller) {
      stop = clock.schedule(() => {
        for (const part of streamed('a', 'text of a')) controller.enqueue(part);
        controller.close();
      }, delayMs);
    },
    cancel: () => stop(),
  });
}

interface Jittered {
  readonly texts: Set<string>;
  readonly store: HealthStore;
}

/** Calls one after the other, each with its own latency. */
async function jittered(
  delaysMs: readonly number[],
  options: Partial<ChainOptions> = {},
): Promise<Jittered> {
  const clock = createTestClock();
  const store = createMemoryHealthStore({ clock });
  const models = [slow(clock, delaysMs), healthy('b')];
  const model = createFallbackModel({ models, health: { store }, clock, ...options });
  const texts = new Set<string>();
  for (const _ of delaysMs) {
    const { text } = streamText({ model, prompt: 'hi' });
    await clock.advance(2_000);
    texts.add(await text);
  }
  return { texts, store };
}

const key = 'mock-provider:a';

describe('slow candidates', () => {
  test('T9 latency that jitters between 0 and 2 s opens no breaker', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(delays, async (delaysMs) => {
        const { texts, store } = await jittered(delaysMs);
        expect([...texts]).toEqual(['text of a']);
        expect(await store.admit({ key })).toEqual({ type: 'closed' });
      }),
      { numRuns: 20 },
    );
  });

  test('T9 only a deadline inside the jitter opens one, after three misses in a row', async () => {
    const { texts, store } = await jittered([1_900, 1_900, 1_900], {
      firstContentTimeoutMs: 1_000,
    });
    expect([...texts]).toEqual(['text of b']);
    expect(await store.admit({ key })).toMatchObject({ type: 'open', openedBy: 'timeout' });
  });

  test.each<[string, uploadMs: number, contentMs: number, attempts: object[]]>([
    [
      'a long upload leaves the model only the rest',
      29_000,
      1_001,
      [{ outcome: 'failed', durationMs: 30_000 }, { outcome: 'served' }],
    ],
    ['an answer within both is served', 29_000, 999, [{ outcome: 'served', ttftMs: 29_999 }]],
  ])(
    'T13 the first-content deadline counts from the start of the attempt: %s',
    async (_name, uploadMs, contentMs, attempts) => {
      const clock = createTestClock();
      let report: CallReport | undefined;
      const model = createFallbackModel({
        models: [slow(clock, [uploadMs], contentMs), healthy('b')],
        firstContentTimeoutMs: 30_000,
        clock,
        events: { onCallEnd: (end) => void (report = end.report) },
      });
      const { text } = streamText({ model, prompt: 'hi' });
      await clock.advance(31_000);
      expect(await text).toBe(attempts.length === 1 ? 'text of a' : 'text of b');
      expect(report?.attempts).toMatchObject(attempts);
    },
  );
});
