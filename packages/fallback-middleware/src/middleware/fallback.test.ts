import { generateText, streamText, wrapLanguageModel } from 'ai';
import { MockLanguageModelV3, MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { failing, healthy, httpError } from '../../test/support/models.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import { createFallbackModel } from './create-fallback-model.ts';
import { fallback } from './fallback.ts';
import type { ModelEntry } from './model-list.ts';

function reading(supportedUrls: Record<string, RegExp[]>): MockLanguageModelV4 {
  return new MockLanguageModelV4({ supportedUrls });
}

describe('fallback', () => {
  test('the wrapped model is the first candidate and gives the wrapper its constant identity', async () => {
    const model = wrapLanguageModel({
      model: failing('a', () => httpError(503)),
      middleware: fallback({ models: [healthy('b')] }),
    });
    const { text, response } = await generateText({ model, prompt: 'hi' });
    expect([text, response.modelId, model.modelId]).toEqual(['text of b', 'b', 'a']);
    expect(await streamText({ model, prompt: 'hi' }).text).toBe('text of b');
  });

  test('a URL is left to the wrapped model only when every model of a plain list reads it', async () => {
    const first = reading({ 'image/*': [/^https:/], 'application/pdf': [/^https:/] });
    const second = reading({ 'image/*': [/^https:/, /^gs:/] });
    const wrapped = wrapLanguageModel({ model: first, middleware: fallback({ models: [second] }) });
    expect(await wrapped.supportedUrls).toEqual({ 'image/*': [/^https:/] });
  });

  test('with a function for models the wrapped model’s own URLs stay', async () => {
    const urls = { 'image/*': [/^https:/] };
    const middleware = fallback({ models: () => [healthy('b')] });
    const wrapped = wrapLanguageModel({ model: reading(urls), middleware });
    expect(await wrapped.supportedUrls).toEqual(urls);
  });

  test('with a function for models the caller can say which URLs all of them read', async () => {
    const supportedUrls = { 'image/*': [/^https:/] };
    const options = { models: () => [healthy('b')], supportedUrls };
    const wrapped = wrapLanguageModel({ model: reading({}), middleware: fallback(options) });
    expect(await wrapped.supportedUrls).toEqual(supportedUrls);
    expect(await createFallbackModel(options).supportedUrls).toEqual(supportedUrls);
  });

  test('models may be a function of the call', async () => {
    const model = createFallbackModel({
      models: async ({ type, params }) => [
        { id: `${type}:${params.temperature}`, model: failing('a', () => httpError(500)) },
        healthy('b'),
      ],
    });
    const { finalStep } = await generateText({ model, prompt: 'hi', temperature: 0.5 });
    expect(finalStep.providerMetadata?.['fallback']).toMatchObject({
      attempts: [{ candidateId: 'generate:0.5' }, { candidateId: 'mock-provider:b' }],
    });
  });

  test('a function for models is not asked for a call that was aborted before it began', async () => {
    let asked = 0;
    const models = (): ModelEntry[] => {
      asked += 1;
      return [healthy('a')];
    };
    const model = createFallbackModel({ models });
    const abortSignal = AbortSignal.abort(new Error('mine'));
    await expect(model.doGenerate({ prompt: [], abortSignal })).rejects.toThrow('mine');
    expect(asked).toBe(0);
  });

  test('the same model with other settings is another candidate', async () => {
    const model = failing('a', () => httpError(429));
    const chain = createFallbackModel({
      maxAttempts: 2,
      models: [
        { id: 'plain', model },
        { id: 'cool', model, prepare: (params) => ({ ...params, temperature: 0 }) },
      ],
    });
    await expect(generateText({ model: chain, prompt: 'hi', temperature: 1 })).rejects.toThrow(
      /cool/,
    );
    expect(model.doGenerateCalls.map(({ temperature }) => temperature)).toEqual([1, 0]);
  });

  test('a V3 model is upgraded', async () => {
    const old = new MockLanguageModelV3({
      modelId: 'old',
      doGenerate: async () => ({
        content: [{ type: 'text', text: 'old text' }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      }),
    });
    const model = createFallbackModel({ models: [failing('a', () => httpError(500)), old] });
    const { text, response } = await generateText({ model, prompt: 'hi' });
    expect([text, response.modelId]).toEqual(['old text', 'old']);
  });

  test('G1 G2 wrong options are refused with their name and type, before any call', async () => {
    expect(() => fallback({ models: [], maxAttempts: Number.NaN })).toThrow(/"maxAttempts".*NaN/);
    expect(() => fallback({ models: [], stallTimeoutMs: -1 })).toThrow(/"stallTimeoutMs"/);
    const twice = healthy('a');
    const model = wrapLanguageModel({
      model: twice,
      middleware: fallback({ models: [twice] }),
    });
    const error = await generateText({ model, prompt: 'hi' }).catch((thrown: unknown) => thrown);
    expect(FallbackOptionsError.isInstance(error)).toBe(true);
  });
});
