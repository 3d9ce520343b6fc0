import { AsyncLocalStorage } from 'node:async_hooks';
import type { Mem0Embedder } from './mem0-embedder.ts';
import type { Mem0Llm } from './mem0-llm.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { Mem0WriteError } from './mem0-write-error.ts';
import { parseExtraction } from './parse-extraction.ts';
import { safeMessage } from './safe-message.ts';

export interface WatchWritesOptions {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
}

/** What Mem0's `add()` says it stored. */
interface AddResult {
  readonly results: readonly { readonly id: string; readonly memory: string }[];
}

/** What one `add()` tried: kept for that call alone, so that concurrent ones do not mix. */
interface WriteRecord {
  readonly extractedTexts: Set<string>;
  /** Why a text has no vector, by text. */
  readonly embedFailures: Map<string, string>;
}

export interface WatchedWrites {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  /**
   * Runs one `add()` and compares what it extracted with what is stored.
   *
   * @throws Mem0WriteError where Mem0 dropped a memory on the way.
   */
  run<Result extends AddResult>(add: () => Promise<Result>): Promise<Result>;
}

/** Mem0 swallows a failing embedder or vector store inside `add()`; this brings it back to light. */
export function watchWrites({ llm, embedder, vectorStore }: WatchWritesOptions): WatchedWrites {
  const records = new AsyncLocalStorage<WriteRecord>();
  return {
    llm: watchLlm(llm, records),
    embedder: watchEmbedder(embedder, records),
    async run(add) {
      const record: WriteRecord = { extractedTexts: new Set(), embedFailures: new Map() };
      const result = await records.run(record, add);
      await checkStored({ record, result, vectorStore });
      return result;
    },
  };
}

function watchLlm(llm: Mem0Llm, records: AsyncLocalStorage<WriteRecord>): Mem0Llm {
  return {
    async generateResponse(...request) {
      const answer = await llm.generateResponse(...request);
      for (const { text } of parseExtraction(answer)?.memory ?? []) {
        records.getStore()?.extractedTexts.add(text);
      }
      return answer;
    },
    generateChat: async (messages) => llm.generateChat(messages),
  };
}

/** Only single texts matter: after a failed batch Mem0 tries each text by itself. */
function watchEmbedder(
  embedder: Mem0Embedder,
  records: AsyncLocalStorage<WriteRecord>,
): Mem0Embedder {
  return {
    async embed(text, action) {
      try {
        return await embedder.embed(text, action);
      } catch (error) {
        records.getStore()?.embedFailures.set(text, safeMessage({ error, sent: [text] }));
        throw error;
      }
    },
    embedBatch: async (texts, action) => embedder.embedBatch(texts, action),
  };
}

interface CheckStoredOptions {
  readonly record: WriteRecord;
  readonly result: AddResult;
  readonly vectorStore: Mem0VectorStore;
}

async function checkStored({ record, result, vectorStore }: CheckStoredOptions): Promise<void> {
  const found = await Promise.all(result.results.map(async ({ id }) => vectorStore.get(id)));
  const missingCount = found.filter((entry) => entry === null).length;
  // A text that is neither returned nor failed was a duplicate of a stored memory.
  const failures = [...record.embedFailures].filter(([text]) => record.extractedTexts.has(text));
  const lostCount = missingCount + failures.length;
  if (lostCount === 0) return;
  throw new Mem0WriteError({
    lostCount,
    storedCount: found.length - missingCount,
    reason: failures[0]?.[1] ?? 'the vector store does not hold them',
  });
}
