/** What Mem0 wants a vector for. */
export type Mem0Action = 'add' | 'update' | 'search';

/** Mem0's embedder port, in the shape that `mem0ai/oss` 3 calls. */
export interface Mem0Embedder {
  embed(text: string, action?: Mem0Action): Promise<number[]>;
  /** One vector per text, in the order of the texts. */
  embedBatch(texts: readonly string[], action?: Mem0Action): Promise<number[][]>;
}
