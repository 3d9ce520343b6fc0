import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import type { Memory } from '../backend/memory.ts';
import { readObservedAt } from '../backend/read-observed-at.ts';
import { assertOptions } from '../call/assert-options.ts';
import { readMessages } from '../message/read-messages.ts';
import { readScope } from '../backend/read-scope.ts';
import { unknownMemory } from '../backend/unknown-memory.ts';
import { createEmbedding } from './create-embedding.ts';
import { createMemoryRecordStore } from './create-memory-record-store.ts';
import type { LocalMemoryOptions } from './local-memory-options.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';
import type { MemoryRecord } from './memory-record.ts';
import { recordFacts } from './record-facts.ts';
import { recordTurns } from './record-turns.ts';
import { createScopeIndexes } from './scope-indexes.ts';
import { writeNewRecords } from './write-new-records.ts';

/** A backend that keeps a history and has stored everything when `add` resolves. */
export type LocalMemory = MemoryBackend & Required<Pick<MemoryBackend, 'history'>>;

/**
 * Memory without a key and without a service: keeps what was said, word for word, and finds it by
 * its words (BM25, English stems, Chinese and Japanese parted by a dictionary, a share of the scores of
 * neighbours and of the whole conversation). With an `embedder` it also finds by meaning, with `extract` it keeps facts.
 *
 * @throws InvalidArgumentError where an option is unknown.
 */
export function localMemory(options: LocalMemoryOptions = {}): LocalMemory {
  assertOptions<LocalMemoryOptions>({
    of: 'localMemory',
    options,
    known: {
      store: 'optional',
      embedder: 'optional',
      extract: 'optional',
      maxIndexedScopes: 'optional',
      onEvent: 'optional',
      now: 'optional',
    },
  });
  const { store = createMemoryRecordStore(), maxIndexedScopes = 100, now = Date.now } = options;
  const indexOf = createScopeIndexes({ store, limit: maxIndexedScopes });
  const embedding = createEmbedding(options);
  const changedAt = (): string => new Date(now()).toISOString();
  const write = async (records: readonly MemoryRecord[]): Promise<readonly MemoryRecord[]> =>
    writeNewRecords({ records, store, embedding, at: changedAt() });

  return {
    async add(added) {
      added.abortSignal?.throwIfAborted();
      const messages = readMessages(added.messages);
      const add = {
        ...added,
        messages,
        scope: readScope(added.scope),
        observedAt: readObservedAt(added.observedAt),
      };
      const turns = await write(await recordTurns(add));
      const facts = await write(await extractFacts(add));
      return { type: 'stored', memories: [...turns, ...facts].map(toMemory) };
    },
    async search({ query, scope, topK, abortSignal }) {
      abortSignal?.throwIfAborted();
      const [index, [vector]] = await Promise.all([
        indexOf(readScope(scope)),
        embedding.embed([query], 'search'),
      ]);
      const ranked = index.search({ query, ...(vector && { vector }) });
      return ranked.slice(0, topK).map(({ record, score }) => ({ ...toMemory(record), score }));
    },
    async list({ scope, limit, abortSignal }) {
      abortSignal?.throwIfAborted();
      return (await store.list(readScope(scope))).slice(0, limit).map(toMemory);
    },
    async get({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      const record = await store.get(id);
      return record && toMemory(record);
    },
    async update({ id, text, abortSignal }) {
      abortSignal?.throwIfAborted();
      const { vector: _outdated, ...record } = await recordOf(id, store);
      const updatedAt = changedAt();
      await store.write({
        put: await embedding.addVectors([{ ...record, text, updatedAt }], 'update'),
        changes: [
          { memoryId: id, type: 'updated', before: record.text, after: text, changedAt: updatedAt },
        ],
      });
    },
    async delete({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      const record = await store.get(id);
      if (record === undefined) return;
      const change = { memoryId: id, type: 'deleted', before: record.text } as const;
      await store.write({ deleteIds: [id], changes: [{ ...change, changedAt: changedAt() }] });
    },
    async deleteAll({ scope, abortSignal }) {
      abortSignal?.throwIfAborted();
      await store.write({ deleteScope: readScope(scope) });
    },
    async history({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      return store.changes(id);
    },
  };

  async function extractFacts(add: MemoryAddOptions): Promise<MemoryRecord[]> {
    if (options.extract === undefined) return [];
    const { messages, observedAt, scope, abortSignal } = add;
    const query = messages.map(({ content }) => content).join('\n');
    const related = (await indexOf(scope)).search({ query });
    const facts = await options.extract({
      messages,
      observedAt,
      known: related
        .filter(({ record }) => record.kind === 'fact')
        .slice(0, knownFactCount)
        .map(({ record }) => record.text),
      ...(abortSignal && { abortSignal }),
    });
    return recordFacts({ facts, add });
  }
}

// As many as Mem0 shows its model.
const knownFactCount = 10;

async function recordOf(id: string, store: MemoryRecordStore): Promise<MemoryRecord> {
  const record = await store.get(id);
  if (record === undefined) throw unknownMemory(id);
  return record;
}

function toMemory({ vector: _vector, conversation: _talk, ...memory }: MemoryRecord): Memory {
  return memory;
}
