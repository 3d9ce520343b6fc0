import type { Mem0Llm } from '../extraction/mem0-llm.ts';
import type { MemoryExtractor } from '../local/memory-extractor.ts';
import { createMem0Oss } from './create-mem0-oss.ts';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import { mem0OssBackend } from './mem0-oss-backend.ts';

/** The models that Mem0's own prompt runs on. */
export interface Mem0ExtractorOptions {
  /** From `createMem0Llm`. */
  readonly llm: Mem0Llm;
  /** From `createMem0Embedder`: Mem0 asks for vectors although nothing is kept. */
  readonly embedder: Mem0Embedder;
  /** Added to Mem0's extraction prompt, as in `createMem0Oss`. */
  readonly customInstructions?: string;
}

const scope = { userId: 'case' };

/** Draws facts as Mem0 itself does, with its own prompt and in a memory that is thrown away. */
export function createMem0Extractor(options: Mem0ExtractorOptions): MemoryExtractor {
  return async ({ messages, observedAt, known, abortSignal }) => {
    const memory = await createMem0Oss(options);
    for (const text of known) await memory.add(text, { ...scope, infer: false });
    const added = await mem0OssBackend({ memory }).add({
      messages,
      observedAt,
      scope,
      ...(abortSignal && { abortSignal }),
    });
    return added.type === 'stored' ? added.memories : [];
  };
}
