import type { Embedding } from './create-embedding.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';
import type { MemoryRecord } from './memory-record.ts';

export interface WriteNewRecordsOptions {
  readonly records: readonly MemoryRecord[];
  readonly store: MemoryRecordStore;
  readonly embedding: Embedding;
  /** ISO 8601. */
  readonly at: string;
}

/** Writes the records that are not there yet; one that is may have been corrected since, and stays. */
export async function writeNewRecords({
  records,
  store,
  embedding,
  at,
}: WriteNewRecordsOptions): Promise<readonly MemoryRecord[]> {
  const known = await Promise.all(records.map(async ({ id }) => store.get(id)));
  const added = records.filter((_, index) => known[index] === undefined);
  if (added.length > 0) {
    await store.write({
      put: await embedding.addVectors(added, 'add'),
      changes: added.map(({ id, text }) => ({
        memoryId: id,
        type: 'added',
        after: text,
        changedAt: at,
      })),
    });
  }
  return records.map((record, index) => known[index] ?? record);
}
