import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { MockEmbeddingModelV4 } from 'ai/test';

const dimension = 256;

export interface HashingEmbeddingModelOptions {
  /** Called with each batch; may throw to play a failing service. */
  readonly onEmbed?: (texts: readonly string[]) => void;
  readonly maxEmbeddingsPerCall?: number;
}

/** Deterministic vectors without a network: texts that share words lie near each other. */
export function hashingEmbeddingModel({
  onEmbed,
  maxEmbeddingsPerCall = 100,
}: HashingEmbeddingModelOptions = {}): EmbeddingModelV4 {
  return new MockEmbeddingModelV4({
    modelId: 'hashing',
    maxEmbeddingsPerCall,
    async doEmbed({ values }) {
      onEmbed?.(values);
      return { embeddings: values.map(embed), usage: { tokens: values.length }, warnings: [] };
    },
  });
}

function embed(text: string): number[] {
  const vector = Array.from({ length: dimension }, () => 0);
  for (const word of text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []) {
    const slot = hash(word) % dimension;
    vector[slot] = (vector[slot] ?? 0) + 1;
  }
  return vector;
}

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 2_166_136_261;
  for (const character of word) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  return value >>> 0;
}
