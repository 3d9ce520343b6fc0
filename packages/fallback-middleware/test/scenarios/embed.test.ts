import type { ImageModelV4 } from '@ai-sdk/provider';
import { embed, embedMany, generateImage } from 'ai';
import { MockEmbeddingModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import {
  createFallbackEmbeddingModel,
  createFallbackImageModel,
  FallbackOptionsError,
} from '../../src/index.ts';
import { caught } from '../support/caught.ts';
import { httpError } from '../support/models.ts';

function embedding(modelId: string, vector: number[], limit = 100): MockEmbeddingModelV4 {
  return new MockEmbeddingModelV4({
    modelId,
    maxEmbeddingsPerCall: limit,
    doEmbed: async ({ values }) => ({
      embeddings: values.map(() => vector),
      usage: { tokens: values.length },
      warnings: [],
    }),
  });
}

function deadEmbedding(modelId: string, calls: string[] = []): MockEmbeddingModelV4 {
  return new MockEmbeddingModelV4({
    modelId,
    maxEmbeddingsPerCall: 10,
    doEmbed: async () => {
      calls.push(modelId);
      throw httpError(503);
    },
  });
}

describe('embed', () => {
  test('error → second, if it shares the first one’s space', async () => {
    const model = createFallbackEmbeddingModel({
      models: [
        { model: deadEmbedding('a'), space: 'e5' },
        { model: embedding('b', [2]), space: 'e5' },
      ],
    });
    expect((await embed({ model, value: 'x' })).embedding).toEqual([2]);
  });

  test('vectors of another space are never asked for, not even when all else failed', async () => {
    const stranger = embedding('b', [2]);
    const model = createFallbackEmbeddingModel({
      models: [deadEmbedding('a'), stranger],
      maxAttempts: 1,
    });
    await expect(embed({ model, value: 'x', maxRetries: 0 })).rejects.toThrow(/a: overloaded 503/);
    expect(stranger.doEmbedCalls).toHaveLength(0);
  });

  test('many values in one call come from one model, and the per-call limit is the smallest', async () => {
    const second = embedding('b', [2], 3);
    const model = createFallbackEmbeddingModel({
      models: [
        { model: deadEmbedding('a'), space: 's' },
        { model: second, space: 's' },
      ],
    });
    const { embeddings } = await embedMany({ model, values: ['1', '2', '3', '4', '5'] });
    expect(embeddings).toEqual([[2], [2], [2], [2], [2]]);
    expect(second.doEmbedCalls.map(({ values }) => values.length)).toEqual([3, 2]);
  });

  test('transient error → same model again', async () => {
    let calls = 0;
    const flaky = new MockEmbeddingModelV4({
      modelId: 'a',
      doEmbed: async () => {
        calls += 1;
        if (calls === 1) throw httpError(429);
        return { embeddings: [[1]], warnings: [] };
      },
    });
    const model = createFallbackEmbeddingModel({ models: [flaky], backoffBaseMs: 0 });
    expect((await embed({ model, value: 'x', maxRetries: 0 })).embedding).toEqual([1]);
  });

  test('values and headers can be overridden per candidate', async () => {
    const second = embedding('b', [2]);
    const model = createFallbackEmbeddingModel({
      models: [
        { model: deadEmbedding('a'), space: 's' },
        {
          model: second,
          space: 's',
          prepare: (params) => ({
            ...params,
            values: params.values.map((value) => `query: ${value}`),
            headers: { 'x-own': '1' },
          }),
        },
      ],
    });
    await embed({ model, value: 'x' });
    expect(second.doEmbedCalls[0]).toMatchObject({
      values: ['query: x'],
      headers: { 'x-own': '1' },
    });
  });

  test('all fail → one error; tokens of every attempt are in the report', async () => {
    const tooFew = new MockEmbeddingModelV4({
      modelId: 'a',
      doEmbed: async () => ({ embeddings: [], usage: { tokens: 7 }, warnings: [] }),
    });
    const tokens: unknown[] = [];
    const model = createFallbackEmbeddingModel({
      models: [tooFew],
      events: {
        onCallEnd: ({ report }) => tokens.push(report.attempts[0]?.usage?.inputTokens.total),
      },
    });
    await expect(embed({ model, value: 'x', maxRetries: 0 })).rejects.toThrow(
      /0 vectors for 1 values/,
    );
    expect(tokens).toEqual([7]);
  });

  test('an empty list of models is refused at construction', () => {
    expect(() => createFallbackEmbeddingModel({ models: [] })).toThrow(FallbackOptionsError);
    expect(() => createFallbackImageModel({ models: [] })).toThrow(FallbackOptionsError);
  });
});

function image(modelId: string, images: string[] | (() => never)): ImageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'mock-provider',
    modelId,
    maxImagesPerCall: 1,
    doGenerate: async () => ({
      images: typeof images === 'function' ? images() : images,
      warnings: [],
      response: { modelId, timestamp: new Date(0), headers: undefined },
    }),
  };
}

describe('image', () => {
  test('an error or an empty answer → second, and the response names it', async () => {
    const dead = image('a', () => {
      throw httpError(502);
    });
    const model = createFallbackImageModel({
      models: [dead, image('b', []), image('c', ['iVBORw0KGgo='])],
    });
    const { images, responses } = await generateImage({ model, prompt: 'a cat', n: 1 });
    expect([images.length, responses[0]?.modelId]).toEqual([1, 'c']);
  });

  test('all fail → one error', async () => {
    const model = createFallbackImageModel({ models: [image('b', [])] });
    expect(
      await caught(
        model.doGenerate({
          prompt: 'x',
          n: 1,
          size: undefined,
          aspectRatio: undefined,
          seed: undefined,
          files: undefined,
          mask: undefined,
          providerOptions: {},
        }),
      ),
    ).toMatchObject({
      attempts: [{ failure: { class: 'empty' } }],
    });
  });
});
