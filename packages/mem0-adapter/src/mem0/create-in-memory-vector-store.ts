import { cosineSimilarity } from 'ai';
import { matchesFilters } from './matches-filters.ts';
import type {
  Mem0Filters,
  Mem0Payload,
  Mem0VectorResult,
  Mem0VectorStore,
} from './mem0-vector-store.ts';

interface Entry {
  readonly vector: number[];
  readonly payload: Mem0Payload;
}

/**
 * Keeps vectors in this process and nowhere else. A search compares its query with every vector that
 * its filters let through, exactly. Entries are copied on the way in and out, as a database would.
 */
export function createInMemoryVectorStore(): Mem0VectorStore {
  const entries = new Map<string, Entry>();
  let userId = '';

  const put = (id: string, entry: Entry): void => {
    entries.set(id, structuredClone(entry));
  };
  const matching = (filters?: Mem0Filters): (readonly [string, Entry])[] =>
    [...entries].filter(([, { payload }]) => matchesFilters(payload, filters));

  return {
    async initialize() {
      // Nothing to open.
    },
    async insert(vectors, ids, payloads) {
      for (const [id, entry] of zip(vectors, ids, payloads)) put(id, entry);
    },
    async search(query, topK = 10, filters) {
      return matching(filters)
        .map(([id, entry]) => toResult(id, entry, cosineSimilarity(query, entry.vector)))
        .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))
        .slice(0, topK);
    },
    async get(id) {
      const entry = entries.get(id);
      return entry === undefined ? null : toResult(id, entry);
    },
    async update(id, vector, payload) {
      if (entries.has(id)) put(id, { vector, payload });
    },
    async delete(id) {
      entries.delete(id);
    },
    async deleteCol() {
      entries.clear();
    },
    async list(filters, topK = 100) {
      const found = matching(filters);
      return [found.slice(0, topK).map(([id, entry]) => toResult(id, entry)), found.length];
    },
    async getUserId() {
      return userId;
    },
    async setUserId(id) {
      userId = id;
    },
  };
}

function zip(vectors: number[][], ids: string[], payloads: Mem0Payload[]): [string, Entry][] {
  return ids.map((id, index) => {
    const vector = vectors[index];
    const payload = payloads[index];
    if (vector === undefined || payload === undefined) {
      throw new RangeError(`Memory ${id} came without a vector or a payload`);
    }
    return [id, { vector, payload }];
  });
}

function toResult(id: string, { payload }: Entry, score?: number): Mem0VectorResult {
  return { id, payload: structuredClone(payload), ...(score !== undefined && { score }) };
}
