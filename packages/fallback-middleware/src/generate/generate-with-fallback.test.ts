import { generateText } from 'ai';
import { describe, expect, test } from 'vitest';
import { answer, generated, usage } from '../../test/support/answers.ts';
import { failing, generating, healthy, httpError } from '../../test/support/models.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import { FallbackExhaustedError } from '../errors/fallback-exhausted-error.ts';
import { generateWithFallback } from './generate-with-fallback.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

describe('generate', () => {
  test('without an error only the first candidate is called', async () => {
    const second = healthy('b');
    const model = createFallbackModel({ models: [healthy('a'), second] });
    const { text, response } = await generateText({ model, prompt: 'hi' });
    expect([text, response.modelId]).toEqual(['text of a', 'a']);
    expect(second.doGenerateCalls).toHaveLength(0);
  });

  test('after an error the second candidate answers, and the result says so', async () => {
    const model = createFallbackModel({
      models: [failing('a', () => httpError(503)), healthy('b')],
    });
    const { text, response, finalStep } = await generateText({ model, prompt: 'hi' });
    expect([text, response.modelId]).toEqual(['text of b', 'b']);
    expect(finalStep.providerMetadata?.['fallback']).toMatchObject({
      served: 'mock-provider:b',
      attempts: [
        {
          candidateId: 'mock-provider:a',
          outcome: 'failed',
          failure: { class: 'overloaded', status: 503 },
        },
        { candidateId: 'mock-provider:b', outcome: 'served' },
      ],
    });
  });

  test('200 concurrent calls with a dead primary are all answered, each reporting the model that served it', async () => {
    const model = createFallbackModel({
      models: [
        failing('dead', () => httpError(502)),
        generating('echo', async ({ prompt: [message] }) => ({
          ...answer(JSON.stringify(message)),
          response: { modelId: 'echo' },
        })),
      ],
    });
    const calls = Array.from({ length: 200 }, (_, index) =>
      generateText({ model, prompt: `call ${index}.` }),
    );
    const results = await Promise.all(calls);
    expect(results.every(({ text }, index) => text.includes(`call ${index}.`))).toBe(true);
    expect(new Set(results.map(({ response }) => response.modelId))).toEqual(new Set(['echo']));
    for (const { finalStep } of results) {
      expect(finalStep.providerMetadata?.['fallback']).toMatchObject({
        served: 'mock-provider:echo',
        attempts: [{ outcome: 'failed' }, { outcome: 'served' }],
      });
    }
  });

  test.each([
    ['empty content', generated([])],
    [
      'a finish reason of error',
      generated([{ type: 'text', text: 'x' }], { unified: 'other', raw: 'error' }),
    ],
    [
      'a filtered empty answer',
      generated([], { unified: 'content-filter', raw: 'content_filter' }),
    ],
  ])('%s is a failure although nothing throws', async (_name, bad) => {
    const model = createFallbackModel({ models: [generating('a', () => bad), healthy('b')] });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('when all fail, one error holds them all, is not retried by the SDK and tells no prompt', async () => {
    const first = failing('a', () => httpError(503));
    const second = failing('b', () => httpError(404, { message: 'No endpoints found' }));
    const model = createFallbackModel({ models: [first, second], backoffBaseMs: 0 });
    const error = await generateText({ model, prompt: 'hi', maxRetries: 2 }).catch(
      (thrown: unknown) => thrown,
    );
    if (!FallbackExhaustedError.isInstance(error)) throw error;
    expect(error.attempts.map(({ failure }) => failure?.class)).toEqual([
      'overloaded',
      'no-endpoint',
      'overloaded',
    ]);
    expect([error.isRetryable, error.statusCode]).toEqual([false, 503]);
    expect(JSON.stringify(error)).not.toContain('secret prompt');
  });

  test('if every candidate answers empty the call is an error', async () => {
    const model = createFallbackModel({
      models: [generating('a', () => generated([])), generating('b', () => generated([]))],
    });
    await expect(generateText({ model, prompt: 'hi' })).rejects.toThrow(/empty/);
  });

  test('the usage of a rejected answer is kept in the report', async () => {
    const reports: unknown[] = [];
    await generateWithFallback({
      candidates: [
        { id: 'a', model: generating('a', () => generated([])) },
        { id: 'b', model: healthy('b') },
      ],
      params: { prompt },
      metadata: ({ attempts }) => {
        reports.push(...attempts.map((attempt) => attempt.usage));
        return { mine: { attempts: attempts.length } };
      },
    });
    expect(reports).toEqual([usage(), usage()]);
  });
});
