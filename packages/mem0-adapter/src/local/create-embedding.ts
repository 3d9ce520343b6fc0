import { safeMessage } from '../call/safe-message.ts';
import { notify } from '../call/notify.ts';
import type { LocalMemoryEvent, LocalMemoryOptions } from './local-memory-options.ts';
import type { MemoryRecord } from './memory-record.ts';

type During = LocalMemoryEvent['during'];

/** The embedder as something that may be missing or fail: the words alone still find a memory. */
export interface Embedding {
  /** One vector per text; none at all where there is no embedder or it failed. */
  embed(texts: readonly string[], during: During): Promise<number[][]>;
  addVectors(records: readonly MemoryRecord[], during: During): Promise<MemoryRecord[]>;
}

export function createEmbedding({
  embedder,
  onEvent,
}: Pick<LocalMemoryOptions, 'embedder' | 'onEvent'>): Embedding {
  const embed: Embedding['embed'] = async (texts, during) => {
    if (embedder === undefined || texts.length === 0) return [];
    try {
      return await embedder.embedBatch(texts, during);
    } catch (error) {
      const message = safeMessage({ error, sent: texts });
      notify(onEvent, { type: 'embedding-failed', during, message });
      return [];
    }
  };
  return {
    embed,
    async addVectors(records, during) {
      const vectors = await embed(
        records.map(({ text }) => text),
        during,
      );
      return records.map((record, index) => {
        const vector = vectors[index];
        return vector === undefined ? record : { ...record, vector };
      });
    },
  };
}
