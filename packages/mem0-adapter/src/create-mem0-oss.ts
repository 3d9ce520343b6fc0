import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Memory as Mem0Memory } from 'mem0ai/oss';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
import { importMem0 } from './import-mem0.ts';
import type { Mem0Embedder } from './mem0-embedder.ts';
import { Mem0LlmError } from './mem0-llm-error.ts';
import type { Mem0Llm } from './mem0-llm.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { pinFields } from './pin-fields.ts';
import { watchWrites, type WatchedWrites } from './watch-writes.ts';

export interface Mem0OssOptions {
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  /** Keeps the memories. Default: this process's memory, gone when it ends. */
  readonly vectorStore?: Mem0VectorStore;
  /** Keeps the entities that Mem0 links memories by. Default: this process's memory. */
  readonly entityStore?: Mem0VectorStore;
  /** Added to Mem0's extraction prompt. */
  readonly customInstructions?: string;
}

/**
 * A Mem0 `Memory` whose models and stores are ours: no native module, no telemetry, no file, no
 * call to OpenAI. It differs from Mem0's own in that `add()` rejects where Mem0 swallows:
 * with {@link Mem0LlmError}, or with `Mem0WriteError` when a memory was extracted but not stored.
 * Messages must be text.
 *
 * Sets `MEM0_TELEMETRY` to `false` unless it is set. Import `mem0ai/oss` nowhere before.
 *
 * @throws Mem0UnavailableError where `mem0ai` is missing or not `>=3.1 <4` inside.
 */
export async function createMem0Oss(options: Mem0OssOptions): Promise<Mem0Memory> {
  const { llm, embedder, customInstructions } = options;
  const { vectorStore = createInMemoryVectorStore() } = options;
  const { entityStore = createInMemoryVectorStore() } = options;
  const { Memory } = await importMem0();
  await Promise.all([vectorStore.initialize(), entityStore.initialize()]);

  const writes = watchWrites({ llm, embedder, vectorStore });
  const memory = new Memory({
    ...harmlessParts,
    ...(customInstructions && { customInstructions }),
  });
  pinFields(memory, {
    llm: writes.llm,
    embedder: writes.embedder,
    vectorStore,
    getEntityStore: async () => entityStore,
    // Any name but "anonymous" keeps Mem0 from writing an identity file into the user's home.
    telemetryId: 'tierwise',
  });
  surfaceFailures(memory, writes);
  clearOnReset(memory, [vectorStore, entityStore]);
  return memory;
}

const unused = { provider: 'openai', config: { apiKey: 'unused' } };

/**
 * Parts that Mem0 can construct without a network, a file or a native module, and never calls.
 * Its factory checks the client for these two names; `dimension` spares it a probing embedding.
 */
const harmlessParts = {
  llm: unused,
  embedder: unused,
  historyStore: { provider: 'memory', config: {} },
  vectorStore: {
    provider: 'langchain',
    config: { dimension: 1, client: { addVectors() {}, similaritySearchVectorWithScore() {} } },
  },
};

function surfaceFailures(memory: Mem0Memory, writes: WatchedWrites): void {
  const add = memory.add.bind(memory);
  memory.add = async (messages, config) => {
    assertText(messages);
    try {
      return await writes.run(async () => add(messages, config));
    } catch (error) {
      throw llmErrorWithin(error) ?? error;
    }
  };
}

/** Mem0 wraps what its model port throws, and with it the status and the attempts. */
function llmErrorWithin(error: unknown): Mem0LlmError | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return Mem0LlmError.isInstance(cause) ? cause : undefined;
}

/** Mem0 would send an image to OpenAI with `OPENAI_API_KEY`, and store parts as "[object Object]". */
function assertText(messages: Parameters<Mem0Memory['add']>[0]): void {
  if (typeof messages === 'string') return;
  if (messages.every(({ content }) => typeof content === 'string')) return;
  throw new UnsupportedFunctionalityError({
    functionality: 'messages with parts in memory.add()',
    message: 'memory.add() takes text: give each message a string as `content`.',
  });
}

/** Mem0 clears no "langchain" store, and no entity store that it did not make. */
function clearOnReset(memory: Mem0Memory, stores: readonly Mem0VectorStore[]): void {
  const reset = memory.reset.bind(memory);
  memory.reset = async () => {
    await Promise.all(stores.map(async (store) => store.deleteCol()));
    await reset();
  };
}
