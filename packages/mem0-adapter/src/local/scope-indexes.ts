import type { MemoryScope } from '../backend/memory-scope.ts';
import { scopeKey } from '../backend/scope-key.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';
import { createScopeIndex, type ScopeIndex } from './scope-index.ts';

export interface ScopeIndexesOptions {
  readonly store: MemoryRecordStore;
  readonly limit: number;
}

interface Held {
  readonly revision: string;
  readonly index: ScopeIndex;
}

/** The index of each scope in use, read anew when the store says that its records changed. */
export function createScopeIndexes({
  store,
  limit,
}: ScopeIndexesOptions): (scope: MemoryScope) => Promise<ScopeIndex> {
  const held = new Map<string, Held>();
  return async (scope) => {
    const key = scopeKey(scope);
    const known = held.get(key);
    const revision = await store.revision(scope);
    const current = known?.revision === revision ? known : undefined;
    const next = current ?? { revision, index: await read(scope, known) };
    held.delete(key);
    held.set(key, next);
    for (const oldest of held.keys()) if (held.size > limit) held.delete(oldest);
    return next.index;
  };

  async function read(scope: MemoryScope, known: Held | undefined): Promise<ScopeIndex> {
    const records = await store.list(scope);
    return known === undefined ? createScopeIndex(records) : known.index.update(records);
  }
}
