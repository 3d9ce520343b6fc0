import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import type { MemoryScope } from '../backend/memory-scope.ts';
import { readMessages } from '../message/read-messages.ts';
import { unknownMemory } from '../backend/unknown-memory.ts';
import { readObservedAt } from '../backend/read-observed-at.ts';
import { assertOptions } from '../call/assert-options.ts';
import { isRecord } from '../call/is-record.ts';
import { toChanges, toMemory, type Mem0Item } from '../mem0/mem0-item.ts';
import { splitOrigin, withOrigin } from '../mem0/mem0-origin.ts';
import { toFilters } from '../mem0/mem0-scope.ts';
import { Mem0PlatformError } from './mem0-platform-error.ts';
import type { Mem0PlatformOptions } from './mem0-platform-options.ts';
import { sendPlatformRequest, type PlatformRequest } from './platform-request.ts';

// What the platform gives in one page at most.
const largestPage = 100;

/**
 * Mem0's hosted platform as a backend, over its HTTP API: no `mem0ai`, no telemetry, a deadline and
 * bounded retries for each request. The platform extracts later, so `add` resolves to `accepted`, and
 * what it will store is not known then.
 *
 * Its methods reject with a {@link Mem0PlatformError}.
 *
 * @throws InvalidArgumentError where an option is unknown, or there is no key.
 */
export function mem0Platform(options: Mem0PlatformOptions): MemoryBackend {
  assertOptions<Mem0PlatformOptions>({
    of: 'mem0Platform',
    options,
    known: {
      apiKey: 'text',
      baseUrl: 'optional',
      timeoutMs: 'optional',
      maxRetries: 'optional',
      fetch: 'optional',
      sleep: 'optional',
      random: 'optional',
    },
  });
  const send = async (request: PlatformRequest): Promise<unknown> =>
    sendPlatformRequest(request, options);

  return {
    async add(add) {
      add.abortSignal?.throwIfAborted();
      const filters = toFilters(add.scope);
      const messages = await newMessages(add, send);
      if (messages.length === 0) return { type: 'stored', memories: [] };
      const json = await send({
        method: 'POST',
        path: '/v3/memories/add/',
        body: {
          messages: messages.map(({ role, content }) => ({ role, content })),
          ...filters,
          metadata: withOrigin(add, messages),
          // Seconds, as the platform counts.
          timestamp: Math.floor(Date.parse(readObservedAt(add.observedAt)) / 1000),
        },
        isIdempotent: false,
        abortSignal: add.abortSignal,
      });
      if (json === undefined) throw unreadable();
      return { type: 'accepted' };
    },
    async search({ query, scope, topK, abortSignal }) {
      const body = { query, filters: allOf(scope), top_k: topK };
      const path = '/v3/memories/search/';
      const json = await send({ method: 'POST', path, body, isIdempotent: true, abortSignal });
      return listOf(json).slice(0, topK).map(toMemory);
    },
    list: async ({ scope, limit, abortSignal }) =>
      (await readPages({ scope, limit, abortSignal, send })).map(toMemory),
    async get({ id, abortSignal }) {
      const path = memoryPath(id);
      const json = await send({ method: 'GET', path, isIdempotent: true, abortSignal });
      return json === undefined ? undefined : toMemory(recordOf(json));
    },
    async update({ id, text, abortSignal }) {
      const path = memoryPath(id);
      const body = { text };
      const json = await send({ method: 'PUT', path, body, isIdempotent: true, abortSignal });
      if (json === undefined) throw unknownMemory(id);
    },
    async delete({ id, abortSignal }) {
      await send({ method: 'DELETE', path: memoryPath(id), isIdempotent: true, abortSignal });
    },
    async deleteAll({ scope, abortSignal }) {
      const path = `/v1/memories/?${new URLSearchParams(toFilters(scope)).toString()}`;
      await send({ method: 'DELETE', path, isIdempotent: true, abortSignal });
    },
    async history({ id, abortSignal }) {
      const path = `${memoryPath(id)}history/`;
      const json = await send({ method: 'GET', path, isIdempotent: true, abortSignal });
      return toChanges(id, listOf(json));
    },
  };
}

type Send = (request: PlatformRequest) => Promise<unknown>;

/** On a retry without the messages that are stored already. Those still being worked on cannot be seen. */
async function newMessages(add: MemoryAddOptions, send: Send): Promise<readonly MemoryMessage[]> {
  const said = readMessages(add.messages);
  if (add.isRetry !== true) return said;
  const { scope, abortSignal } = add;
  const items = await readPages({ scope, limit: 10 * largestPage, abortSignal, send });
  const known = new Set(
    items.flatMap(({ metadata }) =>
      isRecord(metadata) ? (splitOrigin(metadata).origin?.messageIds ?? []) : [],
    ),
  );
  return said.filter(({ id }) => id === undefined || !known.has(id));
}

interface ReadPagesOptions {
  readonly scope: MemoryScope;
  readonly limit: number;
  readonly abortSignal?: AbortSignal | undefined;
  readonly send: Send;
}

async function readPages({
  scope,
  limit,
  abortSignal,
  send,
}: ReadPagesOptions): Promise<Mem0Item[]> {
  abortSignal?.throwIfAborted();
  const items: Mem0Item[] = [];
  const size = Math.min(limit, largestPage);
  const body = { filters: allOf(scope) };
  for (let page = 1; items.length < limit; page += 1) {
    const path = `/v3/memories/?page=${page}&page_size=${size}`;
    const found = listOf(
      await send({ method: 'POST', path, body, isIdempotent: true, abortSignal }),
    );
    items.push(...found);
    if (found.length < size) break;
  }
  return items.slice(0, limit);
}

function allOf(scope: MemoryScope): { readonly AND: readonly Record<string, string>[] } {
  return { AND: Object.entries(toFilters(scope)).map(([name, id]) => ({ [name]: id })) };
}

function memoryPath(id: string): string {
  return `/v1/memories/${encodeURIComponent(id)}/`;
}

/** A list by itself or as the `results` of a page; nothing there is an empty list. */
function listOf(json: unknown): Mem0Item[] {
  if (json === undefined) return [];
  const list: unknown = Array.isArray(json) ? json : recordOf(json)['results'];
  if (Array.isArray(list) && list.every(isRecord)) return list;
  throw unreadable();
}

function recordOf(json: unknown): Mem0Item {
  if (isRecord(json)) return json;
  throw unreadable();
}

function unreadable(): Mem0PlatformError {
  const message = "Mem0's platform gave an answer of another shape than this package knows.";
  return new Mem0PlatformError({ message, isRetryable: false });
}
