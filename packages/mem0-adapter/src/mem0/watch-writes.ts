import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';
import type { ExtractedMemory } from '../extraction/extraction.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import { parseExtraction } from '../extraction/parse-extraction.ts';
import { safeMessage } from '../call/safe-message.ts';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import type { Mem0Payload, Mem0VectorStore } from './mem0-vector-store.ts';
import { createMemoryLinks, type MemoryLinks } from './memory-links.ts';
import { Mem0WriteError } from './mem0-write-error.ts';
import { setObservationDate } from './set-observation-date.ts';

export interface WatchWritesOptions {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
  /** ISO 8601. */
  readonly observedAt?: string;
  readonly abortSignal?: AbortSignal;
}

/** The ports for one `add()`, and the check to make after it. */
export interface WatchedWrites {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
  /** What the add has used so far. */
  readonly usages: readonly Mem0LlmUsage[];
  /**
   * What Mem0 says it stored, without what was there already.
   *
   * @throws Mem0WriteError where Mem0 dropped an extracted memory on the way to the store.
   */
  verified<Item extends { readonly id: string }>(
    results: readonly Item[],
  ): Promise<readonly Item[]>;
}

/**
 * Follows one `add()`: Mem0 swallows a failing embedder or vector store there, and answers as if
 * there had been nothing to remember, or as if it were stored.
 */
export function watchWrites(options: WatchWritesOptions): WatchedWrites {
  const { embedder, vectorStore } = options;
  const extractedTexts = new Set<string>();
  const embedFailures = new Map<string, string>();
  const duplicateIds = new Set<string>();
  const usages: Mem0LlmUsage[] = [];
  const links = createMemoryLinks();
  return {
    llm: watchLlm(options, {
      onExtracted(memory) {
        extractedTexts.add(memory.text);
        links.extracted(memory);
      },
      onUsage: (usage) => usages.push(usage),
    }),
    embedder: watchEmbedder(embedder, (text, reason) => embedFailures.set(text, reason)),
    vectorStore: watchStore(vectorStore, links, (id) => duplicateIds.add(id)),
    usages,
    async verified(results) {
      const added = results.filter(({ id }) => !duplicateIds.has(id));
      const found = await Promise.all(added.map(async ({ id }) => vectorStore.get(id)));
      const storedIds = found.flatMap((entry) => (entry === null ? [] : entry.id));
      // A text that is neither returned nor failed was a duplicate of a stored memory.
      const reasons = [...extractedTexts].flatMap((text) => embedFailures.get(text) ?? []);
      const lostCount = added.length - storedIds.length + reasons.length;
      const [reason = 'the vector store does not hold them'] = reasons;
      if (lostCount > 0) throw new Mem0WriteError({ storedIds, lostCount, reason });
      return added;
    },
  };
}

interface LlmListeners {
  readonly onExtracted: (memory: ExtractedMemory) => void;
  readonly onUsage: (usage: Mem0LlmUsage) => void;
}

function watchLlm(
  { llm, observedAt, abortSignal }: WatchWritesOptions,
  { onExtracted, onUsage }: LlmListeners,
): Mem0Llm {
  return {
    async generateResponse(messages, responseFormat, tools) {
      const asked =
        observedAt === undefined ? messages : setObservationDate({ messages, observedAt });
      const call = { onUsage, ...(abortSignal && { abortSignal }) };
      const answer = await llm.generateResponse(asked, responseFormat, tools, call);
      for (const memory of parseExtraction(answer)?.memory ?? []) onExtracted(memory);
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

/** Mem0 looks for a twin among ten neighbours only; this looks among all memories of the scope. */
function watchStore(
  store: Mem0VectorStore,
  links: MemoryLinks,
  onDuplicate: (id: string) => void,
): Mem0VectorStore {
  const derived: Mem0VectorStore = Object.create(store);
  return Object.assign(derived, {
    async search(...query: Parameters<Mem0VectorStore['search']>) {
      const found = await store.search(...query);
      links.shown(found.map(({ id }) => id));
      return found;
    },
    async insert(vectors: number[][], ids: string[], payloads: Mem0Payload[]): Promise<void> {
      const isKnown = await Promise.all(payloads.map(async (payload) => holdsTwin(store, payload)));
      for (const [index, id] of ids.entries()) if (isKnown[index] === true) onDuplicate(id);
      const isNew = (_: unknown, index: number): boolean => isKnown[index] !== true;
      if (ids.some(isNew)) {
        const added = payloads.filter(isNew).map(links.withLinks);
        await store.insert(vectors.filter(isNew), ids.filter(isNew), added);
      }
    },
  });
}

async function holdsTwin(store: Mem0VectorStore, payload: Mem0Payload): Promise<boolean> {
  const same = ['user_id', 'agent_id', 'run_id', 'hash'].filter((key) => key in payload);
  const [found] = await store.list(Object.fromEntries(same.map((key) => [key, payload[key]])), 1);
  return found.length > 0;
}
