/** One memory in a model's answer, named as Mem0's prompt names it. */
export interface ExtractedMemory {
  readonly id: string;
  readonly text: string;
  readonly attributed_to?: 'user' | 'assistant';
  readonly linked_memory_ids?: readonly string[];
}

/** A model's answer to Mem0's extraction prompt. An empty list means: nothing to remember. */
export interface Extraction {
  readonly memory: readonly ExtractedMemory[];
}
