import { expect, test, vi } from 'vitest';
import { MockEmbeddingModelV4 } from 'ai/test';
import { hashingEmbeddingModel } from '../../test/hashing-embedding-model.ts';
import { createMem0Embedder, type Mem0EmbedderUsage } from './create-mem0-embedder.ts';

test('a batch is split by what the model takes in one call, and comes back in order', async () => {
  const onEmbed = vi.fn<(texts: readonly string[]) => void>();
  const embedder = createMem0Embedder({
    model: hashingEmbeddingModel({ onEmbed, maxEmbeddingsPerCall: 2 }),
  });

  const vectors = await embedder.embedBatch(['a', 'b', 'c', 'd', 'e']);

  expect(onEmbed.mock.calls).toEqual([[['a', 'b']], [['c', 'd']], [['e']]]);
  expect(vectors).toHaveLength(5);
  expect(vectors[3]).toEqual(await embedder.embed('d'));
});

test('usage is reported, and is left out where the model does not know it', async () => {
  const usages: Mem0EmbedderUsage[] = [];
  const onUsage = (usage: Mem0EmbedderUsage): void => {
    usages.push(usage);
  };
  const silent = new MockEmbeddingModelV4({ doEmbed: { embeddings: [[1]], warnings: [] } });

  await createMem0Embedder({ model: hashingEmbeddingModel(), onUsage }).embedBatch(['a', 'b']);
  await createMem0Embedder({ model: silent, onUsage }).embed('a');

  expect(usages).toEqual([
    { modelId: 'hashing', provider: 'mock-provider', tokens: 2 },
    { modelId: 'mock-model-id', provider: 'mock-provider' },
  ]);
});

test('the cost that a provider tells comes along, where one call is all', async () => {
  const usages: Mem0EmbedderUsage[] = [];
  const model = new MockEmbeddingModelV4({
    maxEmbeddingsPerCall: 2,
    doEmbed: async ({ values }) => ({
      embeddings: values.map(() => [1]),
      warnings: [],
      providerMetadata: { openrouter: { usage: { cost: 0.001 } } },
    }),
  });
  const embedder = createMem0Embedder({ model, onUsage: (usage) => usages.push(usage) });
  await embedder.embedBatch(['a', 'b']);
  await embedder.embedBatch(['a', 'b', 'c']);

  expect(usages[0]?.providerMetadata).toEqual({ openrouter: { usage: { cost: 0.001 } } });
  expect(usages[1]).not.toHaveProperty('providerMetadata');
});

test('a model that stays silent is given up at the deadline', async () => {
  const model = new MockEmbeddingModelV4({ doEmbed: async () => new Promise(() => {}) });

  await expect(createMem0Embedder({ model, timeoutMs: 5 }).embed('a')).rejects.toThrow(
    'no answer within 5 ms',
  );
});

test('a model that gives fewer vectors than texts is an error', async () => {
  const model = new MockEmbeddingModelV4({
    maxEmbeddingsPerCall: 10,
    doEmbed: { embeddings: [[1]], warnings: [] },
  });

  await expect(createMem0Embedder({ model }).embedBatch(['a', 'b'])).rejects.toThrow(
    'Expected 2 embeddings',
  );
});
