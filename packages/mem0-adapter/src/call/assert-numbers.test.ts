import { expect, test } from 'vitest';
import { answeringModel } from '../../test/mock-models.ts';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMemoryJournal } from '../journal/create-memory-journal.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import { localMemory } from '../local/local-memory.ts';
import { memoryMiddleware } from '../middleware/memory-middleware.ts';

const memory = localMemory();
const journal = createMemoryJournal();
const model = answeringModel('');

test.each([
  // What an environment variable that is not set becomes.
  [
    'recall.timeoutMs is NaN',
    () => memoryMiddleware({ memory, recall: { timeoutMs: Number.NaN } }),
  ],
  ['recall.topK is 0', () => memoryMiddleware({ memory, recall: { topK: 0 } })],
  ['recall.maxTokens is -1', () => memoryMiddleware({ memory, recall: { maxTokens: -1 } })],
  [
    'store.timeoutMs is Infinity',
    () => memoryMiddleware({ memory, store: { timeoutMs: Number.POSITIVE_INFINITY } }),
  ],
  [
    'batch.maxMessages is 0',
    () => durableMemory({ backend: memory, journal, batch: { maxMessages: 0 } }),
  ],
  [
    'batch.idleMs is string',
    () => durableMemory({ backend: memory, journal, batch: { idleMs: JSON.parse('"5"') } }),
  ],
  ['timeoutMs is -5', () => createMem0Llm({ model, timeoutMs: -5 })],
  ['maxOutputTokens is 0', () => createMem0Llm({ model, maxOutputTokens: 0 })],
])('%s is refused at once, by its name', (message, make) => {
  expect(make).toThrow(message);
});

test('limits that can be kept to are taken', () => {
  expect(() => memoryMiddleware({ memory, recall: { topK: 1, timeoutMs: 0 } })).not.toThrow();
  expect(() => memoryMiddleware({ memory, recall: false, store: false })).not.toThrow();
});
