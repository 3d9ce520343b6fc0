import type { MemoryChange } from '../backend/memory-change.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import { scopeIncludes } from '../backend/scope-includes.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';
import type { MemoryRecord } from './memory-record.ts';

/** Keeps records in this process and nowhere else. Records are immutable, so none is copied. */
export function createMemoryRecordStore(): MemoryRecordStore {
  const records = new Map<string, MemoryRecord>();
  const changes = new Map<string, MemoryChange[]>();
  let writeCount = 0;

  const inScope = (asked: MemoryScope): MemoryRecord[] =>
    [...records.values()].filter(({ scope }) => scopeIncludes({ asked, scope }));

  return {
    async write({ put = [], deleteIds = [], deleteScope, changes: added = [] }) {
      writeCount += 1;
      for (const { id } of deleteScope ? inScope(deleteScope) : []) {
        records.delete(id);
        changes.delete(id);
      }
      for (const id of deleteIds) records.delete(id);
      for (const record of put) records.set(record.id, record);
      for (const change of added) {
        changes.set(change.memoryId, [change, ...(changes.get(change.memoryId) ?? [])]);
      }
    },
    get: async (id) => records.get(id),
    list: async (scope) => inScope(scope),
    revision: async () => String(writeCount),
    changes: async (id) => changes.get(id) ?? [],
  };
}
