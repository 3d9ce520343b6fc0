import { cosineSimilarity } from 'ai';
import { matchesFilters } from './matches-filters.ts';
import type {
  Mem0Filters,
  Mem0Payload,
  Mem0VectorResult,
  Mem0VectorStore,
} from './mem0-vector-store.ts';
import type { VectorPersistence } from './vector-persistence.ts';

interface Entry {
  readonly vector: number[];
  readonly payload: Mem0Payload;
}

/** Where the vectors outlive the process, if they shall. */
export interface InMemoryVectorStoreOptions {
  /** Keeps the vectors for the next process. Default: they go when this one ends. */
  readonly persistence?: VectorPersistence;
}

/**
 * Keeps vectors in this process. A search compares its query with every vector that its filters let
 * through, exactly. Entries are copied on the way in and out, as a database would.
 *
 * With `persistence` it reads all that is kept when it is initialised, and writes each change through.
 * What another process writes meanwhile it does not see.
 */
export function createInMemoryVectorStore({
  persistence,
}: InMemoryVectorStoreOptions = {}): Mem0VectorStore {
  const entries = new Map<string, Entry>();
  let userId = '';

  const put = async (added: readonly (readonly [string, Entry])[]): Promise<void> => {
    await persistence?.put(added.map(([id, entry]) => ({ id, ...entry })));
    for (const [id, entry] of added) entries.set(id, structuredClone(entry));
  };
  const matching = (filters?: Mem0Filters): (readonly [string, Entry])[] =>
    [...entries].filter(([, { payload }]) => matchesFilters(payload, filters));

  return {
    async initialize() {
      for (const { id, vector, payload } of (await persistence?.load()) ?? []) {
        entries.set(id, { vector: [...vector], payload });
      }
    },
    async insert(vectors, ids, payloads) {
      await put(zip(vectors, ids, payloads));
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
      if (entries.has(id)) await put([[id, { vector, payload }]]);
    },
    async delete(id) {
      await persistence?.delete(id);
      entries.delete(id);
    },
    async deleteCol() {
      await persistence?.clear();
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
