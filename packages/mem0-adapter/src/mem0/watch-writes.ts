import type { Mem0Embedder } from './mem0-embedder.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { Mem0WriteError } from './mem0-write-error.ts';
import { parseExtraction } from '../extraction/parse-extraction.ts';
import { safeMessage } from '../extraction/safe-message.ts';

export interface WatchWritesOptions {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
}

/** What Mem0's `add()` says it stored. */
interface AddResult {
  readonly results: readonly { readonly id: string; readonly memory: string }[];
}

/** The ports for one `add()`, and the check to make after it. */
export interface WatchedWrites {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  /** @throws Mem0WriteError where Mem0 dropped an extracted memory on the way to the store. */
  assertStored(result: AddResult): Promise<void>;
}

/**
 * Follows one `add()`: Mem0 swallows a failing embedder or vector store there, and answers as if
 * there had been nothing to remember, or as if it were stored.
 */
export function watchWrites({ llm, embedder, vectorStore }: WatchWritesOptions): WatchedWrites {
  const extractedTexts = new Set<string>();
  const embedFailures = new Map<string, string>();
  return {
    llm: watchLlm(llm, (text) => extractedTexts.add(text)),
    embedder: watchEmbedder(embedder, (text, reason) => embedFailures.set(text, reason)),
    async assertStored({ results }) {
      const found = await Promise.all(results.map(async ({ id }) => vectorStore.get(id)));
      const storedCount = found.filter((entry) => entry !== null).length;
      // A text that is neither returned nor failed was a duplicate of a stored memory.
      const reasons = [...extractedTexts].flatMap((text) => embedFailures.get(text) ?? []);
      const lostCount = found.length - storedCount + reasons.length;
      const [reason = 'the vector store does not hold them'] = reasons;
      if (lostCount > 0) throw new Mem0WriteError({ storedCount, lostCount, reason });
    },
  };
}

function watchLlm(llm: Mem0Llm, onExtracted: (text: string) => void): Mem0Llm {
  return {
    async generateResponse(...request) {
      const answer = await llm.generateResponse(...request);
      for (const { text } of parseExtraction(answer)?.memory ?? []) onExtracted(text);
      return answer;
    },
    generateChat: async (messages) => llm.generateChat(messages),
  };
}

/** Only single texts matter: after a failed batch Mem0 tries each text by itself. */
function watchEmbedder(
  embedder: Mem0Embedder,
  onFailure: (text: string, reason: string) => void,
): Mem0Embedder {
  return {
    async embed(text, action) {
      try {
        return await embedder.embed(text, action);
      } catch (error) {
        onFailure(text, safeMessage({ error, sent: [text] }));
        throw error;
      }
    },
    embedBatch: async (texts, action) => embedder.embedBatch(texts, action),
  };
}
