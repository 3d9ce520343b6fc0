import type { ExtractedMemory } from '../extraction/extraction.ts';
import type { Mem0Payload } from './mem0-vector-store.ts';

// As Mem0's own prompt names it.
const field = 'linked_memory_ids';

/** Follows one add, for what its model says new memories are related to: Mem0 asks for it, pays for it, drops it. */
export interface MemoryLinks {
  /** The memories that Mem0 shows to its model, by their places. Only the first list counts: that is they. */
  readonly shown: (ids: readonly string[]) => void;
  readonly extracted: (memory: ExtractedMemory) => void;
  /** The payload of a new memory, with the ids of those that it is related to. */
  readonly withLinks: (payload: Mem0Payload) => Mem0Payload;
}

export function createMemoryLinks(): MemoryLinks {
  let shownIds: readonly string[] | undefined;
  const linksOf = new Map<string, readonly string[]>();
  return {
    shown(ids) {
      shownIds ??= [...ids];
    },
    extracted({ text, linked_memory_ids: links = [] }) {
      // A model may name what is no place, or one that nothing stands at.
      const places = links.filter((link) => /^\d+$/.test(link)).map(Number);
      const ids = places.flatMap((place) => shownIds?.[place] ?? []);
      if (ids.length > 0) linksOf.set(text, [...new Set(ids)]);
    },
    withLinks(payload) {
      const ids = linksOf.get(String(payload['data']));
      return ids === undefined ? payload : { ...payload, [field]: ids };
    },
  };
}

/** Takes the links out of metadata again. */
export function splitLinks(metadata: Readonly<Record<string, unknown>>): {
  readonly linkedIds: readonly string[];
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const { [field]: links, ...rest } = metadata;
  const isList = Array.isArray(links) && links.every((link) => typeof link === 'string');
  return isList ? { linkedIds: links, rest } : { linkedIds: [], rest: metadata };
}
