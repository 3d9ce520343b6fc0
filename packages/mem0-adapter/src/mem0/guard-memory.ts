import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Memory as Mem0Memory } from 'mem0ai/oss';
import { createKeyedMutex } from '../call/create-keyed-mutex.ts';
import { Mem0LlmError } from '../extraction/mem0-llm-error.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import { escapeMessage } from '../extraction/escape-message.ts';
import type { Mem0Embedder } from './mem0-embedder.ts';
import type { Mem0AddOptions, Mem0AddResult, Mem0Oss } from './mem0-oss.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';
import { pinFields } from './pin-fields.ts';
import { watchWrites } from './watch-writes.ts';

export interface GuardMemoryOptions {
  readonly memory: Mem0Memory;
  readonly llm: Mem0Llm;
  readonly embedder: Mem0Embedder;
  readonly vectorStore: Mem0VectorStore;
  readonly entityStore: Mem0VectorStore;
}

type Mem0Messages = Parameters<Mem0Memory['add']>[0];

/** The same memory, except that `add()` hides no failure and `reset()` empties our stores too. */
export function guardMemory(options: GuardMemoryOptions): Mem0Oss {
  const { memory, vectorStore, entityStore } = options;
  const oneAtATime = createKeyedMutex();
  const guarded = derive(memory);
  return Object.assign(guarded, {
    async add(messages: Mem0Messages, config: Mem0AddOptions): Promise<Mem0AddResult> {
      assertText(messages);
      const { userId, agentId, runId } = config;
      // Two adds at once would not see each other's memories, and store the same twice.
      return oneAtATime(JSON.stringify([userId, agentId, runId]), async () =>
        add(options, messages, config),
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
  messages: Mem0Messages,
  { observedAt, abortSignal, ...config }: Mem0AddOptions,
): Promise<Mem0AddResult> {
  abortSignal?.throwIfAborted();
  const writes = watchWrites({
    ...options,
    ...(observedAt !== undefined && { observedAt }),
    ...(abortSignal && { abortSignal }),
  });
  // A memory of this call's own, with this call's ports, so that concurrent adds do not mix.
  const memoryOfCall = derive(options.memory);
  pinFields(memoryOfCall, {
    llm: writes.llm,
    embedder: writes.embedder,
    vectorStore: writes.vectorStore,
  });
  const said = config.infer === false ? messages : escaped(messages);
  const result = await memoryOfCall.add(said, config).catch(rethrowLlmError);
  const results = await writes.verified(result.results);
  return { ...result, results: [...results], usages: writes.usages };
}

function derive(memory: Mem0Memory): Mem0Memory {
  return Object.create(memory);
}

function escaped(messages: Mem0Messages): Mem0Messages {
  if (typeof messages === 'string') return escapeMessage(messages);
  return messages.map((message) =>
    typeof message.content === 'string'
      ? { ...message, content: escapeMessage(message.content) }
      : message,
  );
}

/** Mem0 wraps what its model port throws, and hides the status and the attempts in it. */
function rethrowLlmError(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw Mem0LlmError.isInstance(cause) ? cause : error;
}

/** Mem0 would send an image to OpenAI with `OPENAI_API_KEY`, and store parts as "[object Object]". */
function assertText(messages: Mem0Messages): void {
  if (typeof messages === 'string') return;
  if (messages.every(({ content }) => typeof content === 'string')) return;
  throw new UnsupportedFunctionalityError({
    functionality: 'messages with parts in memory.add()',
    message: 'memory.add() takes text: give each message a string as `content`.',
  });
}
