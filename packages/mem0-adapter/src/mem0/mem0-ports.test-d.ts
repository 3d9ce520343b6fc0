import type { Embedder, LLM, LLMResponse, VectorStore } from 'mem0ai/oss';
import { expectTypeOf, test } from 'vitest';
import type { MemoryScope } from '../backend/memory-scope.ts';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import type { Mem0Llm, Mem0Message } from '../extraction/mem0-llm.ts';
import type { Mem0VectorStore } from './mem0-vector-store.ts';

// Not `toExtend`: it compares methods more strictly than the compiler does.
type Fits<Ours, Port> = Ours extends Port ? true : false;

test('our ports fit into those of the installed mem0ai', () => {
  expectTypeOf<Fits<Mem0Llm['generateResponse'], LLM['generateResponse']>>().toEqualTypeOf<true>();
  // Mem0's type also allows images here, which this package refuses in `add()`.
  expectTypeOf<
    Fits<Mem0Llm['generateChat'], (messages: Mem0Message[]) => Promise<LLMResponse>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Fits<Mem0Embedder, Embedder>>().toEqualTypeOf<true>();
  expectTypeOf<Fits<Mem0VectorStore, VectorStore>>().toEqualTypeOf<true>();
});

test('a scope names at least one owner', () => {
  expectTypeOf<{ userId: string }>().toExtend<MemoryScope>();
  expectTypeOf<{ agentId: string; runId: string }>().toExtend<MemoryScope>();
  expectTypeOf<{ userId?: string }>().not.toExtend<MemoryScope>();
});
