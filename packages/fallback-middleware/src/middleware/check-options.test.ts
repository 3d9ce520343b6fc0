import { generateText, wrapLanguageModel } from 'ai';
import { MockEmbeddingModelV4, MockImageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { caught } from '../../test/support/caught.ts';
import { failing, healthy, httpError } from '../../test/support/models.ts';
import { createFallbackEmbeddingModel } from '../embed/create-fallback-embedding-model.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import { createFallbackImageModel } from '../image/create-fallback-image-model.ts';
import { createFallbackModel, type FallbackModelOptions } from './create-fallback-model.ts';
import { fallback } from './fallback.ts';

/** Options as a caller without types may pass them. */
function untyped(options: object): FallbackModelOptions {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the point of these tests
  return options as FallbackModelOptions;
}

describe('options that cannot work are refused when the model is made', () => {
  const cases: Array<[string, object, string]> = [
    [
      'no models',
      {},
      'option "models" must be a list of at least one model, but is of type undefined',
    ],
    ['an empty list', { models: [] }, 'option "models" must be a list of at least one model'],
    [
      'the same model twice',
      { models: [healthy('a'), healthy('a')] },
      '"mock-provider:a" is there twice',
    ],
    [
      'the name of a model',
      { models: ['openai/gpt-5-mini'] },
      `option "models[0]" must be a model object, e.g. openrouter('openai/gpt-5-mini'), but is of type string`,
    ],
    ['a hole in the list', { models: [healthy('a'), undefined] }, 'option "models[1]"'],
    ['settings without a model', { models: [{ model: 'a/b' }] }, 'option "models[0]"'],
    [
      'a hold that is no number',
      { models: [healthy('a')], hold: Number.NaN },
      'option "hold" must be',
    ],
    ['a hold that is no mode', { models: [healthy('a')], hold: 'valid' }, 'option "hold" must be'],
    [
      'a slip of the pen',
      { models: [healthy('a')], maxAttemps: 3 },
      'option "maxAttemps" must be left out (there is no such option; did you mean "maxAttempts"?)',
    ],
    [
      'another case',
      { models: [healthy('a')], totalTimeoutMS: 3 },
      'did you mean "totalTimeoutMs"?',
    ],
    [
      'what nothing resembles',
      { models: [healthy('a')], flavour: 'sweet' },
      'option "flavour" must be left out (there is no such option)',
    ],
  ];

  test.each(cases)('%s', (_name, options, message) => {
    const make = (): unknown => createFallbackModel(untyped(options));
    expect(make).toThrow(FallbackOptionsError);
    expect(make).toThrow(message);
  });

  test('the middleware refuses the same, but needs no model besides the wrapped one', async () => {
    expect(() => fallback(untyped({ models: ['a/b'] }))).toThrow('models[0]');
    expect(() => fallback(untyped({ models: [], maxAttemps: 1 }))).toThrow('maxAttemps');
    const model = wrapLanguageModel({ model: healthy('a'), middleware: fallback({ models: [] }) });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of a');
  });

  test('embedding and image models refuse duplicates and unknown options', () => {
    const embedding = new MockEmbeddingModelV4({ modelId: 'e' });
    const mock = new MockImageModelV4({ modelId: 'i' });
    const { doGenerate, maxImagesPerCall, modelId, provider } = mock;
    const version = { specificationVersion: 'v4' as const };
    const image = { ...version, doGenerate, maxImagesPerCall, modelId, provider };
    expect(() => createFallbackEmbeddingModel({ models: [embedding, embedding] })).toThrow('twice');
    expect(() => createFallbackImageModel({ models: [image, image] })).toThrow('twice');
    const slip = { maxAttemps: 3 };
    const didYouMean = 'did you mean "maxAttempts"?';
    expect(() => createFallbackEmbeddingModel({ models: [embedding], ...slip })).toThrow(
      didYouMean,
    );
    expect(() => createFallbackImageModel({ models: [image], ...slip })).toThrow(didYouMean);
  });

  test('a function for models is checked with each call', async () => {
    for (const models of [() => [], () => ['a/b'], () => undefined]) {
      const model = createFallbackModel(untyped({ models }));
      const error = await caught(generateText({ model, prompt: 'hi', maxRetries: 0 }));
      expect(error).toBeInstanceOf(FallbackOptionsError);
      expect(String(error)).toContain('models');
    }
  });
});

describe('an option that is there but undefined', () => {
  test('means its default: the story is told', async () => {
    const options = untyped({ models: [healthy('a')], metadata: undefined, hold: undefined });
    const { finalStep } = await generateText({ model: createFallbackModel(options), prompt: 'hi' });
    expect(finalStep.providerMetadata?.['fallback']).toMatchObject({ served: 'mock-provider:a' });
  });

  test('means its default: what was refused is remembered', async () => {
    const refusing = failing('a', () => httpError(400, { message: 'tools are not supported' }));
    const options = untyped({ models: [refusing, healthy('b')], featureMemory: undefined });
    const model = createFallbackModel(options);
    const tools = [{ type: 'function' as const, name: 't', inputSchema: {} }];
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hi' }] }];
    await model.doGenerate({ prompt, tools });
    await model.doGenerate({ prompt, tools });
    expect(refusing.doGenerateCalls).toHaveLength(1);
  });
});

describe('what a model promises to tell', () => {
  test('is not asked for before somebody wants to know, and harms nobody when it cannot', async () => {
    let asked = 0;
    const telling = healthy('a');
    Object.defineProperty(telling, 'supportedUrls', {
      get: async () => {
        asked += 1;
        throw new Error('no list');
      },
    });
    const model = createFallbackModel({ models: [telling, healthy('b')] });
    expect(asked).toBe(0);
    expect(await model.supportedUrls).toEqual({});
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of a');
  });

  test('an embedding limit that cannot be told limits nobody', async () => {
    let asked = 0;
    const telling = new MockEmbeddingModelV4({ modelId: 'e' });
    Object.defineProperty(telling, 'maxEmbeddingsPerCall', {
      get: async () => {
        asked += 1;
        throw new Error('no limit');
      },
    });
    const other = new MockEmbeddingModelV4({ modelId: 'f', maxEmbeddingsPerCall: 7 });
    const model = createFallbackEmbeddingModel({
      models: [
        { model: telling, space: 's' },
        { model: other, space: 's' },
      ],
    });
    expect(asked).toBe(0);
    expect(await model.maxEmbeddingsPerCall).toBe(7);
  });
});

describe('a chain inside a chain', () => {
  test('is an account of its own: a key that one rejects says nothing of the other', async () => {
    const inner = [
      { id: 'first', model: createFallbackModel({ models: [failing('a', () => httpError(401))] }) },
      { id: 'second', model: createFallbackModel({ models: [healthy('b')] }) },
    ];
    const { text } = await generateText({
      model: createFallbackModel({ models: inner }),
      prompt: 'hi',
      maxRetries: 0,
    });
    expect(text).toBe('text of b');
  });
});
