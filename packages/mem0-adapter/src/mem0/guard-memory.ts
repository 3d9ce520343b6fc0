import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Memory as Mem0Memory } from 'mem0ai/oss';
import type { Mem0Embedder } from './mem0-embedder.ts';
import { Mem0LlmError } from '../extraction/mem0-llm-error.ts';
import type { Mem0Llm } from '../extraction/mem0-llm.ts';
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

/** The same memory, except that `add()` hides no failure and `reset()` empties our stores too. */
export function guardMemory(options: GuardMemoryOptions): Mem0Memory {
  const { memory, vectorStore, entityStore } = options;
  const guarded = derive(memory);
  guarded.add = async (messages, config) => {
    assertText(messages);
    const writes = watchWrites(options);
    // A memory of this call's own, with this call's ports, so that concurrent adds do not mix.
    const memoryOfCall = derive(memory);
    pinFields(memoryOfCall, { llm: writes.llm, embedder: writes.embedder });
    const result = await memoryOfCall.add(messages, config).catch(rethrowLlmError);
    await writes.assertStored(result);
    return result;
  };
  guarded.reset = async () => {
    // Mem0 clears no "langchain" store, and no entity store that it did not make.
    await Promise.all([vectorStore.deleteCol(), entityStore.deleteCol()]);
    await memory.reset();
  };
  return guarded;
}

function derive(memory: Mem0Memory): Mem0Memory {
  return Object.create(memory);
}

/** Mem0 wraps what its model port throws, and hides the status and the attempts in it. */
function rethrowLlmError(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw Mem0LlmError.isInstance(cause) ? cause : error;
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
