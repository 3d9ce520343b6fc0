import { assertOptions } from '../call/assert-options.ts';
import { notify } from '../call/notify.ts';
import type { MediaKind } from '../message/part-to-text.ts';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';
import { guardMemory } from './guard-memory.ts';
import { importMem0 } from './import-mem0.ts';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import type { Mem0Oss } from './mem0-oss.ts';
import { Mem0UnavailableError } from './mem0-unavailable-error.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { pinFields } from './pin-fields.ts';
import { withMessageLog } from './with-message-log.ts';

/** The models and stores that take the place of Mem0's. */
export interface Mem0OssOptions {
  /** Extracts facts. From `createMem0Llm`. */
  readonly llm: Mem0Llm;
  /** Finds them again. From `createMem0Embedder`; the same model for as long as the vectors are kept. */
  readonly embedder: Mem0Embedder;
  /** Keeps the memories. Default: this process's memory, gone when it ends. */
  readonly vectorStore?: Mem0VectorStore;
  /** Keeps the entities that Mem0 links memories by. Default: this process's memory. */
  readonly entityStore?: Mem0VectorStore;
  /** Added to Mem0's extraction prompt. */
  readonly customInstructions?: string;
  /** Without it, the first of these is a warning on the console. */
  readonly onEvent?: (event: Mem0OssEvent) => void;
}

/** An add held images or files: marks such as `[image]` are remembered in their place. */
export interface Mem0OssEvent {
  readonly type: 'media-omitted';
  readonly kinds: readonly MediaKind[];
}

/**
 * A Mem0 `Memory` whose models and stores are ours: no native module, no telemetry, no file, no
 * call to OpenAI. Where Mem0 would lose a memory unseen, `add()` rejects: with a `Mem0LlmError` when
 * no model gave a usable answer, with a `Mem0WriteError` when an extracted memory was not stored.
 * Parts of messages become text, images and files marks (see `toMemoryMessages`).
 *
 * Sets `MEM0_TELEMETRY` to `false` unless it is set. Mem0 reads that once, when it is first
 * imported: an application that imports `mem0ai/oss` itself does so after this.
 *
 * @throws InvalidArgumentError where an option is unknown or missing.
 * @throws Mem0UnavailableError where `mem0ai` is missing or not `>=3.1 <4` inside.
 */
export async function createMem0Oss(options: Mem0OssOptions): Promise<Mem0Oss> {
  assertOptions<Mem0OssOptions>({
    of: 'createMem0Oss',
    options,
    known: {
      llm: 'object',
      embedder: 'object',
      vectorStore: 'optional',
      entityStore: 'optional',
      customInstructions: 'optional',
      onEvent: 'optional',
    },
  });
  const { llm, embedder, customInstructions } = options;
  const { vectorStore = createInMemoryVectorStore() } = options;
  const { entityStore = createInMemoryVectorStore() } = options;
  const { Memory } = await importMem0();
  await Promise.all([vectorStore.initialize(), entityStore.initialize()]);

  const memory = new Memory({
    ...harmlessParts,
    ...(customInstructions && { customInstructions }),
  });
  pinFields(memory, {
    db: withMessageLog(historyOf(memory)),
    llm,
    embedder,
    vectorStore,
    getEntityStore: async () => entityStore,
    // Any name but "anonymous" keeps Mem0 from writing an identity file into the user's home.
    telemetryId: 'tierwise',
  });
  const onMediaOmitted = tellOfMedia(options);
  return guardMemory({ memory, llm, embedder, vectorStore, entityStore, onMediaOmitted });
}

function tellOfMedia({ onEvent }: Mem0OssOptions): (kinds: readonly MediaKind[]) => void {
  let isTold = false;
  return (kinds) => {
    notify(onEvent, { type: 'media-omitted', kinds });
    if (onEvent !== undefined || isTold) return;
    isTold = true;
    console.warn(
      `Mem0 remembers text. Of each ${kinds[0]} only a mark is kept. createMem0Oss({ onEvent }) reports when.`,
    );
  };
}

/** Mem0's own history, which lives in this process. */
function historyOf(memory: object): object {
  const history: unknown = Reflect.get(memory, 'db');
  if (typeof history === 'object' && history !== null) return history;
  throw new Mem0UnavailableError({
    message: 'This version of mem0ai has no "db" inside. Install mem0ai@^3.1.',
  });
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
