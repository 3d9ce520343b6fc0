import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MockLanguageModelV4 } from 'ai/test';
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { streamed } from '../../test/support/answers.ts';
import { drain } from '../../test/support/drain.ts';
import { createTestClock, type TestClock } from '../../test/support/test-clock.ts';
import { timerEarlyMs } from '../clock/clock.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import { StallWatch } from './stall-watch.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

describe('the stall watch', () => {
  test('a stream that keeps coming is never cut, however early timers fire', async () => {
    for (const earlyMs of [0, 0.3, 0.5, 0.9]) {
      const clock = createTestClock(0, earlyMs);
      const model = new MockLanguageModelV4({
        doStream: async () => ({ stream: steady(40, clock) }),
      });
      const chain = createFallbackModel({ models: [model], stallTimeoutMs: 400, clock });
      const types: string[] = [];
      const read = Promise.resolve(chain.doStream({ prompt })).then(({ stream }) =>
        drain(stream, ({ type }) => types.push(type)),
      );
      await clock.advance(5_000);
      await read;
      expect(types).not.toContain('error');
      expect(types.filter((type) => type === 'text-delta')).toHaveLength(40);
    }
  });

  test('never cuts before its time, and at most a quarter of it late', () => {
    const rhythm = fc.array(fc.record({ waitMs: fc.nat(3_000), busyMs: fc.nat(500) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rhythm, fc.double({ min: 0, max: 1, noNaN: true }), (parts, earlyMs) => {
        const waitedMs = waitedWhenCut([...parts, { waitMs: 10_000, busyMs: 0 }], earlyMs);
        expect(waitedMs).toBeGreaterThanOrEqual(stallMs - timerEarlyMs);
        expect(waitedMs).toBeLessThanOrEqual(stallMs * 1.25);
      }),
    );
  });
});

interface Turn {
  /** How long the consumer waits for the part, and how long it is busy with it. */
  readonly waitMs: number;
  readonly busyMs: number;
}

const stallMs = 1_000;

/** How long the consumer had waited when the stream was cut; NaN when it never was. */
function waitedWhenCut(turns: readonly Turn[], earlyMs: number): number {
  const watch = new StallWatch(stallMs, 0);
  let beginsAtMs = 0;
  for (const [index, { waitMs, busyMs }] of turns.entries()) {
    const comesAtMs = beginsAtMs + waitMs;
    const endsAtMs = comesAtMs + busyMs;
    for (let nowMs = watch.nextLookAtMs - earlyMs; nowMs < endsAtMs;) {
      const reading = nowMs < comesAtMs;
      const progress = reading ? index : index + 1;
      if (watch.look({ reading, progress }, nowMs)) return nowMs - beginsAtMs;
      nowMs = watch.nextLookAtMs - earlyMs;
    }
    // A wait this long should have been cut.
    if (waitMs > stallMs * 1.25) return waitMs;
    beginsAtMs = endsAtMs;
  }
  return Number.NaN;
}

/** Parts that come 50 ms apart. */
function steady(count: number, clock: TestClock): ReadableStream<LanguageModelV4StreamPart> {
  const parts = streamed('a', ...Array.from({ length: count }, () => 'x'));
  return new ReadableStream(
    {
      async pull(controller) {
        const part = parts.shift();
        if (part === undefined) return controller.close();
        await new Promise<void>((resolve) => void clock.schedule(resolve, 50));
        controller.enqueue(part);
      },
    },
    { highWaterMark: 0 },
  );
}
