import { expect, test } from 'vitest';
import { createMem0Llm } from '../extraction/create-mem0-llm.ts';
import { createMemoryJournal } from '../journal/create-memory-journal.ts';
import { durableMemory } from '../journal/durable-memory.ts';
import { localMemory } from '../local/local-memory.ts';
import { createMem0Embedder } from '../mem0/create-mem0-embedder.ts';
import { createMem0Oss } from '../mem0/create-mem0-oss.ts';
import { memoryMiddleware } from '../middleware/memory-middleware.ts';
import { memoryTools } from '../middleware/memory-tools.ts';
import { createJsonlJournal } from '../node/create-jsonl-journal.ts';
import { mem0Platform } from '../platform/mem0-platform.ts';

const memory = localMemory();
const journal = createMemoryJournal();
const scope = { userId: 'tom' };

/** Options as a caller without types gives them: the compiler sees nothing. */
const given = (json: string) => JSON.parse(json);

test.each<[string, () => unknown]>([
  [
    'memoryMiddleware has no option `recal` (object given): did you mean `recall`?',
    () => memoryMiddleware({ memory, ...given('{"recal":{}}') }),
  ],
  [
    'recall has no option `topk` (number given): did you mean `topK`?',
    () => memoryMiddleware({ memory, recall: given('{"topk":3}') }),
  ],
  [
    'store has no option `redacted` (boolean given): did you mean `redact`?',
    () => memoryMiddleware({ memory, store: given('{"redacted":true}') }),
  ],
  ['memoryMiddleware needs `memory`, which is undefined', () => memoryMiddleware(given('{}'))],
  [
    'durableMemory needs `journal`, which is undefined',
    () => durableMemory({ backend: memory, ...given('{}') }),
  ],
  [
    'batch has no option `maxMessage` (number given): did you mean `maxMessages`?',
    () => durableMemory({ backend: memory, journal, batch: given('{"maxMessage":3}') }),
  ],
  [
    'retry has no option `baseMS` (number given): did you mean `baseMs`?',
    () => durableMemory({ backend: memory, journal, retry: given('{"baseMS":3}') }),
  ],
  [
    'localMemory has no option `embeder` (object given): did you mean `embedder`?',
    () => localMemory(given('{"embeder":{}}')),
  ],
  ['mem0Platform needs `apiKey`, which is undefined', () => mem0Platform(given('{}'))],
  ['mem0Platform needs `apiKey`, which is an empty text', () => mem0Platform({ apiKey: '' })],
  [
    'memoryTools has no option `limits` (number given): did you mean `limit`?',
    () => memoryTools({ memory, scope, ...given('{"limits":3}') }),
  ],
  [
    'createMem0Llm has no option `timeout` (number given): did you mean `timeoutMs`?',
    () => createMem0Llm(given('{"models":[],"timeout":3}')),
  ],
  [
    'createMem0Embedder needs `model`, which is undefined: give an object.',
    () => createMem0Embedder(given('{}')),
  ],
  ['The options of memoryMiddleware are string', () => memoryMiddleware(given('"memory"'))],
])('%s', (message, make) => {
  expect(make).toThrow(message);
});

test.each<[string, () => Promise<unknown>]>([
  [
    'createJsonlJournal has no option `fil` (string given): did you mean `file`?',
    async () => createJsonlJournal(given('{"fil":"memory.jsonl"}')),
  ],
  [
    'createMem0Oss has no option `embeder` (object given): did you mean `embedder`?',
    async () => createMem0Oss(given('{"embeder":{}}')),
  ],
  ['createMem0Oss needs `llm`, which is undefined', async () => createMem0Oss(given('{}'))],
])('a promise rejects with: %s', async (message, make) => {
  await expect(make()).rejects.toThrow(message);
});

test('what is undefined counts as not given', () => {
  expect(() => localMemory({ ...given('{}'), embeder: undefined })).not.toThrow();
});
