import { hashText } from '../backend/hash-text.ts';
import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import { readMessages } from '../message/read-messages.ts';
import { readScope } from '../backend/read-scope.ts';
import { scopeIncludes } from '../backend/scope-includes.ts';
import { readObservedAt } from '../backend/read-observed-at.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import { withDeadline } from '../call/with-deadline.ts';
import { assertDurableMemoryOptions } from './assert-durable-memory-options.ts';
import type { DurableMemoryOptions } from './durable-memory-options.ts';
import type { JournalEntry } from './journal.ts';
import { MemoryPendingError } from './memory-pending-error.ts';
import { scheduleTimer } from './schedule-timer.ts';
import { ScopeLane } from './scope-lane.ts';
import { messagesOf } from './take-batch.ts';

/** What of an earlier process to store. */
export interface ReplayOptions {
  /** Also what was given up. Default: false. */
  readonly withDead?: boolean;
}

/** How long a close may take. */
export interface CloseOptions {
  /** How long to go on storing what waits. Default: 5_000 ms. */
  readonly timeoutMs?: number;
}

/** A backend that loses nothing which it has accepted. */
export interface DurableMemory extends MemoryBackend {
  /**
   * Stores all that waits in the journal now, whatever waits were due.
   *
   * @throws MemoryPendingError where something could not be stored; it stays in the journal.
   */
  flush(): Promise<void>;
  /** Stores what an earlier process left behind. Call it once at start. Throws as `flush` does. */
  replay(options?: ReplayOptions): Promise<void>;
  /** Stores what it can in time, leaves the rest in the journal and closes that. */
  close(options?: CloseOptions): Promise<void>;
}

const everything = Number.MAX_SAFE_INTEGER;

/**
 * Puts a journal before a backend. `add` resolves as soon as the conversation is written down; then it
 * is stored beside the calls: in batches of one conversation, one at a time in a scope, again after a
 * failure and after a crash. Everything else goes to the backend as it is.
 *
 * Where the journal has leases, several processes may share it: each scope is stored by one at a time.
 *
 * @throws InvalidArgumentError where an option is unknown or missing, or a limit is no number that can be kept to.
 */
export function durableMemory(options: DurableMemoryOptions): DurableMemory {
  assertDurableMemoryOptions(options);
  const { backend, journal, onEvent } = options;
  const filled = { schedule: scheduleTimer, random: Math.random, now: Date.now, ...options };
  const lanes = new Map<string, ScopeLane>();

  function laneOf(scope: MemoryScope): ScopeLane {
    const key = scopeKey(scope);
    const known = lanes.get(key);
    if (known !== undefined) return known;
    // Scopes come and go; a lane is kept only while it has something to do.
    for (const [name, { isIdle }] of lanes) if (isIdle) lanes.delete(name);
    const lane = new ScopeLane(scope, filled);
    lanes.set(key, lane);
    return lane;
  }

  async function flush(): Promise<void> {
    const waiting = await journal.pending({ limit: everything });
    const busy = new Set([...waiting.map(({ scope }) => laneOf(scope)), ...lanes.values()]);
    const left = await Promise.all([...busy].map(async (lane) => lane.drain()));
    const pendingCount = left.reduce((sum, count) => sum + count, 0);
    if (pendingCount > 0) throw new MemoryPendingError(pendingCount);
  }

  return {
    search: async (search) => backend.search(search),
    list: async (list) => backend.list(list),
    get: async (get) => backend.get(get),
    update: async (update) => backend.update(update),
    delete: async (deletion) => backend.delete(deletion),
    ...(backend.history && { history: backend.history.bind(backend) }),
    async add(add) {
      add.abortSignal?.throwIfAborted();
      const entry = await toEntry(add);
      if (entry.messages.length === 0) return { type: 'stored', memories: [] };
      try {
        await journal.append(entry);
      } catch (error) {
        // Without a journal there is still the backend, and the caller waits for it. With the ids of a
        // batch, because the entry may have been written before the journal failed.
        const messages = messagesOf([entry]);
        const sent = messages.map(({ content }) => content);
        notify(onEvent, { type: 'journal-failed', message: safeMessage({ error, sent }) });
        return laneOf(entry.scope).exclusively(async () => backend.add({ ...add, messages }));
      }
      laneOf(entry.scope).added(entry.key, entry.messages.length);
      return { type: 'accepted' };
    },
    async deleteAll({ scope: asked, ...rest }) {
      rest.abortSignal?.throwIfAborted();
      const scope = readScope(asked);
      const waiting = await journal.pending({ limit: everything });
      const dead = await journal.dead({ limit: everything });
      const doomed = [...waiting, ...dead].filter((entry) =>
        scopeIncludes({ asked: scope, scope: entry.scope }),
      );
      const concerned = new Set(doomed.map((entry) => laneOf(entry.scope)));
      await Promise.all([...concerned].map(async (lane) => lane.forget(doomed)));
      await backend.deleteAll({ scope, ...rest });
    },
    flush,
    async replay({ withDead = false } = {}) {
      if (withDead) {
        const dead = await journal.dead({ limit: everything });
        await Promise.all(dead.map(async ({ key }) => journal.revive(key)));
      }
      await flush();
    },
    async close({ timeoutMs = 5000 } = {}) {
      // What is not stored in time waits in the journal, which is what it is for.
      await withDeadline({ timeoutMs, run: flush }).catch(() => {});
      for (const lane of lanes.values()) lane.stop();
      await journal.close();
    },
  };
}

async function toEntry(add: MemoryAddOptions): Promise<JournalEntry> {
  const { conversation, metadata } = add;
  const observedAt = readObservedAt(add.observedAt);
  const messages = readMessages(add.messages);
  const scope = readScope(add.scope);
  const hasIds = messages.every(({ id }) => id !== undefined);
  // Without ids of their own, messages said at another moment are other messages.
  const said = hasIds ? messages.map(({ id }) => id) : [observedAt, messages];
  return {
    key: (await hashText(JSON.stringify([scopeKey(scope), conversation, said]))).slice(0, 32),
    scope,
    messages,
    observedAt,
    ...(conversation !== undefined && { conversation }),
    ...(metadata && { metadata }),
  };
}
