import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { generateText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { answer } from '../../test/support/answers.ts';
import { caught } from '../../test/support/caught.ts';
import { failing, healthy, httpError } from '../../test/support/models.ts';
import { createTestClock } from '../../test/support/test-clock.ts';
import { FallbackExhaustedError } from '../errors/fallback-exhausted-error.ts';
import type { HealthStore } from '../health/health-store.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import type { CallReport } from '../report/call-report.ts';

const never = new Promise<never>(() => undefined);
const call = { prompt: 'hi', maxRetries: 0 } as const;

/** Fails the first calls with these statuses, then answers. */
function recovering(modelId: string, ...statuses: number[]): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    provider: 'mock-provider',
    doGenerate: async () => {
      const status = statuses.shift();
      if (status !== undefined) throw httpError(status);
      return answer(`text of ${modelId}`);
    },
  });
}

/** What a model without types may return. */
function malformed(): LanguageModelV4GenerateResult {
  return JSON.parse('null');
}

function hangingStore(): HealthStore {
  return { admit: () => never, report: () => never, snapshot: () => never };
}

describe('gates', () => {
  test('a caller’s veto holds for a candidate that another gate would ask as a last resort', async () => {
    const a = failing('a', () => httpError(400, { message: 'This model does not support tools' }));
    const vetoed: string[] = [];
    let isVetoing = false;
    const model = createFallbackModel({
      models: [a, failing('b', () => httpError(404))],
      gate: ({ id }) => {
        if (!isVetoing || !id.endsWith(':a')) return undefined;
        vetoed.push(id);
        return { skip: 'over budget' };
      },
    });
    const params = {
      prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hi' }] }],
      tools: [
        { type: 'function' as const, name: 'look', inputSchema: { type: 'object' as const } },
      ],
    };
    await caught(Promise.resolve(model.doGenerate(params)));
    isVetoing = true;
    const error = await caught(Promise.resolve(model.doGenerate(params)));
    expect(a.doGenerateCalls).toHaveLength(1);
    expect(vetoed).toEqual(['mock-provider:a']);
    expect(FallbackExhaustedError.isInstance(error) && error.report.attempts).toMatchObject([
      { outcome: 'skipped' },
      { outcome: 'failed' },
      { outcome: 'skipped', reason: 'over budget' },
    ]);
  });

  test('whoever may be asked once more passes the gate once more', async () => {
    let asked = 0;
    const a = failing('a', () => httpError(503));
    const model = createFallbackModel({
      models: [a],
      backoffBaseMs: 0,
      gate: () => ((asked += 1) === 1 ? undefined : { skip: 'the quota is used up' }),
    });
    await caught(generateText({ model, ...call }));
    expect([asked, a.doGenerateCalls.length]).toEqual([2, 1]);
  });

  test('a rejected key takes the second chances of its account away', async () => {
    const a = recovering('a', 503);
    const model = createFallbackModel({
      models: [a, failing('b', () => httpError(401))],
      backoffBaseMs: 0,
    });
    await caught(generateText({ model, ...call }));
    expect(a.doGenerateCalls).toHaveLength(1);
  });
});

describe('what never answers', () => {
  test('a gate: an abort ends the call at once, its own deadline ends it by itself, and no timer is left', async () => {
    const clock = createTestClock();
    const controller = new AbortController();
    const model = createFallbackModel({ models: [healthy('a')], gate: () => never, clock });
    const aborted = caught(generateText({ model, ...call, abortSignal: controller.signal }));
    await clock.advance(10);
    controller.abort(new Error('enough'));
    expect(await aborted).toMatchObject({ message: 'enough' });
    const late = caught(generateText({ model, ...call }));
    await clock.advance(600_000);
    expect(await late).toMatchObject({ reason: 'total-deadline' });
    expect(clock.pending()).toBe(0);
  });

  test('a function for models: an abort and the call’s deadline end it, and it is not asked after an abort', async () => {
    const clock = createTestClock();
    const controller = new AbortController();
    let asked = 0;
    const models = (): Promise<never> => {
      asked += 1;
      return never;
    };
    const model = createFallbackModel({ models, totalTimeoutMs: 1_000, clock });
    const aborted = caught(generateText({ model, ...call, abortSignal: controller.signal }));
    await clock.advance(10);
    controller.abort(new Error('enough'));
    expect(await aborted).toMatchObject({ message: 'enough' });
    const late = caught(generateText({ model, ...call }));
    await clock.advance(1_000);
    expect(await late).toMatchObject({ name: 'TimeoutError' });
    await caught(generateText({ model, ...call, abortSignal: controller.signal }));
    expect([asked, clock.pending()]).toEqual([2, 0]);
  });

  test('a health store is done without after a moment', async () => {
    const clock = createTestClock();
    const reports: CallReport[] = [];
    const model = createFallbackModel({
      models: [healthy('a')],
      health: { store: hangingStore(), reorder: (candidates) => candidates },
      events: { onCallEnd: ({ report }) => reports.push(report) },
      clock,
    });
    const text = generateText({ model, ...call }).then((result) => result.text);
    await clock.advance(500);
    expect(await text).toBe('text of a');
    expect(reports[0]?.attempts).toMatchObject([{ outcome: 'served' }]);
  });

  test('a judge ends with the attempt’s deadline', async () => {
    const clock = createTestClock();
    const model = createFallbackModel({
      models: [healthy('a')],
      judge: { accept: () => never },
      attemptTimeoutMs: 1_000,
      clock,
    });
    const error = caught(generateText({ model, ...call }));
    await clock.advance(1_000);
    expect(FallbackExhaustedError.isInstance(await error)).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  test('a verifier that is asked after the attempt ended does not hang the call', async () => {
    const clock = createTestClock();
    let isFirst = true;
    const model = createFallbackModel({
      models: [healthy('a'), healthy('b')],
      judge: {
        accept: async () => {
          const isSlow = isFirst;
          isFirst = false;
          if (isSlow) await new Promise<void>((resolve) => void clock.schedule(resolve, 2_000));
          return true;
        },
      },
      verify: async () => true,
      attemptTimeoutMs: 1_000,
      clock,
    });
    const text = generateText({ model, ...call }).then((result) => result.text);
    await clock.advance(5_000);
    expect(await text).toBe('text of b');
  });

  test('an abort by the hook that is told of an attempt is an abort', async () => {
    const controller = new AbortController();
    const model = createFallbackModel({
      models: [healthy('a')],
      events: { onAttempt: () => controller.abort(new Error('enough')) },
    });
    const error = await caught(generateText({ model, ...call, abortSignal: controller.signal }));
    expect(error).toMatchObject({ message: 'enough' });
  });

  test('a malformed answer after the deadline harms nobody', async () => {
    const clock = createTestClock();
    const late = new MockLanguageModelV4({
      modelId: 'a',
      doGenerate: async () => {
        await new Promise<void>((resolve) => void clock.schedule(resolve, 2_000));
        return malformed();
      },
    });
    const model = createFallbackModel({
      models: [late, healthy('b')],
      attemptTimeoutMs: 1_000,
      clock,
    });
    const text = generateText({ model, ...call }).then((result) => result.text);
    await clock.advance(5_000);
    expect(await text).toBe('text of b');
  });
});
