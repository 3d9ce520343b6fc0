import { readObservedAt } from '../backend/read-observed-at.ts';
import type { Memory as Mem0Memory } from 'mem0ai/oss';
import { createKeyedMutex } from '../call/create-keyed-mutex.ts';
import { Mem0LlmError } from '../extraction/mem0-llm-error.ts';
import type { Mem0Llm, Mem0Message } from '../extraction/mem0-llm.ts';
import { escapeMessage } from '../extraction/escape-message.ts';
import type { MediaKind } from '../message/part-to-text.ts';
import { toMemoryMessages } from '../message/to-memory-messages.ts';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import type { Mem0AddOptions, Mem0AddResult, Mem0Messages, Mem0Oss } from './mem0-oss.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { pinFields } from './pin-fields.ts';
import { watchWrites } from './watch-writes.ts';

export interface GuardMemoryOptions {
  readonly memory: Mem0Memory;
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
  readonly entityStore: Mem0VectorStore;
  /** Told of an add that held images or files. */
  readonly onMediaOmitted: (kinds: readonly MediaKind[]) => void;
}

/** The same memory, except that `add()` hides no failure and `reset()` empties our stores too. */
export function guardMemory(options: GuardMemoryOptions): Mem0Oss {
  const { memory, vectorStore, entityStore } = options;
  const oneAtATime = createKeyedMutex();
  const guarded = derive(memory);
  return Object.assign(guarded, {
    async add(messages: Mem0Messages, config: Mem0AddOptions): Promise<Mem0AddResult> {
      const { userId, agentId, runId } = config;
      const said = toSaid(messages, options);
      if (said.length === 0) return { results: [], usages: [] };
      // Two adds at once would not see each other's memories, and store the same twice.
      return oneAtATime(JSON.stringify([userId, agentId, runId]), async () =>
        add(options, said, config),
      );
    },
    async reset(): Promise<void> {
      // Mem0 clears no "langchain" store, and no entity store that it did not make.
      await Promise.all([vectorStore.deleteCol(), entityStore.deleteCol()]);
      await memory.reset();
    },
  });
}

async function add(
  options: GuardMemoryOptions,
  messages: readonly Mem0Message[],
  { observedAt, abortSignal, ...config }: Mem0AddOptions,
): Promise<Mem0AddResult> {
  abortSignal?.throwIfAborted();
  const writes = watchWrites({
    ...options,
    ...(observedAt !== undefined && { observedAt: readObservedAt(observedAt) }),
    ...(abortSignal && { abortSignal }),
  });
  // A memory of this call's own, with this call's ports, so that concurrent adds do not mix.
  const memoryOfCall = derive(options.memory);
  pinFields(memoryOfCall, {
    llm: writes.llm,
    embedder: writes.embedder,
    vectorStore: writes.vectorStore,
  });
  const said = config.infer === false ? [...messages] : messages.map(escaped);
  const result = await memoryOfCall.add(said, config).catch(rethrowLlmError);
  const results = await writes.verified(result.results);
  return { ...result, results: [...results], usages: writes.usages };
}

function derive(memory: Mem0Memory): Mem0Memory {
  return Object.create(memory);
}

/** As text: Mem0 would send an image to OpenAI with `OPENAI_API_KEY`, and store parts as "[object Object]". */
function toSaid(messages: Mem0Messages, { onMediaOmitted }: GuardMemoryOptions): Mem0Message[] {
  const list = typeof messages === 'string' ? [{ role: 'user', content: messages }] : messages;
  return toMemoryMessages(list, { onMediaOmitted }).map(({ role, content }) => ({ role, content }));
}

function escaped({ role, content }: Mem0Message): Mem0Message {
  return { role, content: escapeMessage(content) };
}

/** Mem0 wraps what its model port throws, and hides the status and the attempts in it. */
function rethrowLlmError(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw Mem0LlmError.isInstance(cause) ? cause : error;
}
