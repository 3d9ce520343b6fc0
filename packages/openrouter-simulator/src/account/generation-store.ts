import type { JsonRecord } from '../http/json.ts';

/** Finished calls by generation id, as `GET /generation` tells them. */
export interface GenerationStore {
  readonly put: (id: string, generation: JsonRecord) => void;
  readonly get: (id: string) => JsonRecord | undefined;
}

/** The oldest are forgotten beyond this many. */
const MAX_GENERATIONS = 10_000;

/** Keeps generations in memory. */
export function createGenerationStore(): GenerationStore {
  const byId = new Map<string, JsonRecord>();
  return {
    get: (id) => byId.get(id),
    put: (id, generation) => {
      byId.set(id, generation);
      const [oldest] = byId.keys();
      if (byId.size > MAX_GENERATIONS && oldest !== undefined) byId.delete(oldest);
    },
  };
}
