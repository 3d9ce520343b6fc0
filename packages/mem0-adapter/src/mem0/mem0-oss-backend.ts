import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import type { Memory } from '../backend/memory.ts';
import { readObservedAt } from '../backend/read-observed-at.ts';
import { readMessages } from '../message/read-messages.ts';
import { unknownMemory } from '../backend/unknown-memory.ts';
import { isRecord } from '../call/is-record.ts';
import { toChanges, toMemory } from './mem0-item.ts';
import type { Mem0Oss } from './mem0-oss.ts';
import { splitOrigin, withOrigin } from './mem0-origin.ts';
import { toEntity, toFilters } from './mem0-scope.ts';
import { Mem0WriteError } from './mem0-write-error.ts';
import { splitMessages } from './split-messages.ts';

/** The Mem0 to work on. */
export interface Mem0OssBackendOptions {
  /** From `createMem0Oss`. */
  readonly memory: Mem0Oss;
}

// How many memories of a scope a retry looks through for what is stored already.
const memoriesToLookThrough = 1000;

/** Mem0's open edition as a backend: what it says is stored is stored, or the call rejects. */
export function mem0OssBackend({ memory }: Mem0OssBackendOptions): MemoryBackend {
  return {
    async add(options) {
      options.abortSignal?.throwIfAborted();
      const known = options.isRetry === true ? await storedMessageIds(memory, options) : new Set();
      const messages = readMessages(options.messages).filter(
        ({ id }) => id === undefined || !known.has(id),
      );
      const memories: Memory[] = [];
      const usages = [];
      // In the order in which it was said: later facts are extracted beside the earlier ones.
      for (const list of splitMessages(messages)) {
        const added = await addList(memory, list, options);
        usages.push(...added.usages);
        memories.push(...added.memories);
      }
      return { type: 'stored', memories, usages };
    },
    async search({ query, scope, topK, abortSignal }) {
      abortSignal?.throwIfAborted();
      const { results } = await memory.search(query, { filters: toFilters(scope), topK });
      return results.map((item) => toMemory({ ...item }));
    },
    async list({ scope, limit, abortSignal }) {
      abortSignal?.throwIfAborted();
      const { results } = await memory.getAll({ filters: toFilters(scope), topK: limit });
      return results.map((item) => toMemory({ ...item }));
    },
    async get({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      const item = await memory.get(id);
      return item === null ? undefined : toMemory({ ...item });
    },
    async update({ id, text, abortSignal }) {
      abortSignal?.throwIfAborted();
      if ((await memory.get(id)) === null) throw unknownMemory(id);
      await memory.update(id, { text });
    },
    async delete({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      if ((await memory.get(id)) !== null) await memory.delete(id);
    },
    async deleteAll({ scope, abortSignal }) {
      abortSignal?.throwIfAborted();
      await memory.deleteAll(toEntity(scope));
    },
    async history({ id, abortSignal }) {
      abortSignal?.throwIfAborted();
      const items: unknown[] = await memory.history(id);
      return toChanges(id, items.filter(isRecord));
    },
  };
}

interface Added extends Pick<Awaited<ReturnType<Mem0Oss['add']>>, 'usages'> {
  readonly memories: readonly Memory[];
}

async function addList(
  memory: Mem0Oss,
  messages: readonly MemoryMessage[],
  options: MemoryAddOptions,
): Promise<Added> {
  const { scope, abortSignal } = options;
  const observedAt = readObservedAt(options.observedAt);
  const said = messages.map(({ role, content }) => ({ role, content }));
  try {
    const { results, usages } = await memory.add(said, {
      ...toEntity(scope),
      metadata: withOrigin(options, messages),
      observedAt,
      ...(abortSignal && { abortSignal }),
    });
    const found = await Promise.all(results.map(async ({ id }) => memory.get(id)));
    return {
      usages,
      memories: found.flatMap((item) => (item === null ? [] : toMemory({ ...item }))),
    };
  } catch (error) {
    // All or nothing: half an add would make a retry believe that it is done.
    if (Mem0WriteError.isInstance(error)) {
      await Promise.all(error.storedIds.map(async (id) => memory.delete(id)));
    }
    throw error;
  }
}

async function storedMessageIds(
  memory: Mem0Oss,
  { scope }: MemoryAddOptions,
): Promise<ReadonlySet<string>> {
  const filters = toFilters(scope);
  const { results } = await memory.getAll({ filters, topK: memoriesToLookThrough });
  return new Set(
    results.flatMap((item) => splitOrigin(item.metadata ?? {}).origin?.messageIds ?? []),
  );
}
