import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  durableMemory,
  localMemory,
  type Journal,
  type MemoryBackend,
} from '@tierwise/mem0-adapter';
import {
  journalContract,
  memoryBackendContract,
  memoryRecordStoreContract,
  vectorPersistenceContract,
} from '@tierwise/mem0-adapter/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStore } from './open-sqlite-store.ts';
import { SqliteVersionError } from './sqlite-version-error.ts';

let directory: string;
let file: string;
const opened: SqliteStore[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tierwise-store-'));
  file = join(directory, 'memory.sqlite');
});

afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await rm(directory, { recursive: true });
});

/** Options as a caller without types gives them. */
const given = (json: string) => JSON.parse(json);

test('an option that there is not is refused by name, and no database is made', () => {
  expect(() => openSqliteStore(given('{"fil":"memory.sqlite"}'))).toThrow(
    new TypeError(
      'openSqliteStore has no option `fil` (string given). Its options are file, busyTimeoutMs, leaseMs.',
    ),
  );
});

function open(path = ':memory:'): SqliteStore {
  const store = openSqliteStore({ file: path, leaseMs: 300 });
  opened.push(store);
  return store;
}

function openJournal(): Journal {
  return open(file).journal;
}

function openDurable(): MemoryBackend {
  const { records, journal } = open();
  return durableMemory({ backend: localMemory({ store: records }), journal });
}

test.each(memoryRecordStoreContract)('records: $name', async ({ check }) => {
  await expect(check({ createStore: () => open().records })).resolves.toBeUndefined();
});

test.each(journalContract)('the journal: $name', async ({ check }) => {
  await expect(check({ createJournal: openJournal, reopen: openJournal })).resolves.toBeUndefined();
});

test.each(vectorPersistenceContract)('vectors: $name', async ({ check }) => {
  const outcome = check({ createPersistence: () => open().vectors('memories') });
  await expect(outcome).resolves.toBeUndefined();
});

test.each(memoryBackendContract)('localMemory over it: $name', async ({ check }) => {
  const outcome = check({ createBackend: () => localMemory({ store: open().records }) });
  await expect(outcome).resolves.toBeUndefined();
});

test.each(memoryBackendContract)('durableMemory over it: $name', async ({ check }) => {
  await expect(check({ createBackend: openDurable })).resolves.toBeUndefined();
});

describe('a file', () => {
  const scope = { userId: 'tom' };
  const add = {
    scope,
    observedAt: '2026-03-01T10:00:00.000Z',
    messages: [{ role: 'user', content: 'I like tea' }],
  } as const;

  test('keeps memories and what waits in the journal for the next process', async () => {
    const first = open(file);
    const memory = durableMemory({
      backend: localMemory({ store: first.records }),
      journal: first.journal,
    });
    await memory.add(add);
    await memory.flush();
    await memory.add({ ...add, messages: [{ role: 'user', content: 'I like rain' }] });
    // As if the process had died here: no flush, no close.

    const second = open(file);
    const next = durableMemory({
      backend: localMemory({ store: second.records }),
      journal: second.journal,
    });
    await next.replay();

    const texts = (await next.list({ scope, limit: 9 })).map(({ text }) => text);
    expect(texts).toEqual(['I like tea', 'I like rain']);
    await memory.close();
  });

  test('shows one process what another one wrote', async () => {
    const [one, other] = [open(file), open(file)].map((store) =>
      localMemory({ store: store.records }),
    );
    expect(await other?.search({ query: 'tea', scope, topK: 1 })).toEqual([]);
    await one?.add(add);
    expect(await other?.search({ query: 'tea', scope, topK: 1 })).toHaveLength(1);
  });

  test('keeps collections of vectors apart', async () => {
    const store = open(file);
    await store.vectors('memories').put([{ id: 'a', vector: [1], payload: {} }]);
    await store.vectors('entities').clear();
    expect(await store.vectors('entities').load()).toEqual([]);
    expect(await store.vectors('memories').load()).toHaveLength(1);
  });

  test('of a newer version is refused and left as it is', () => {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();

    expect(() => open(file)).toThrow(SqliteVersionError);
    expect(() => open(file)).toThrow('knows 2 at most');
  });

  test('takes a write whole or not at all', async () => {
    const { records } = open(file);
    const good = {
      id: 'a',
      kind: 'turn',
      text: 'x',
      scope,
      conversation: 'c',
      createdAt: '2026-03-01T10:00:00.000Z',
    } as const;
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    // What a caller without types may hand in.
    const bad = { ...good, id: 'b', metadata: JSON.parse('{}') };
    Object.assign(bad.metadata, circular);

    await expect(records.write({ put: [good, bad] })).rejects.toThrow('circular');
    expect(await records.list(scope)).toEqual([]);
  });
});

test("a lease that ran out is another process's, and whoever was too slow is told", async () => {
  const [slow, quick] = [1, 60_000].map((leaseMs) => openSqliteStore({ file, leaseMs }));
  if (slow === undefined || quick === undefined) throw new Error('two stores were opened');
  opened.push(slow, quick);
  const scope = { userId: 'tom' };
  const lost = await slow.journal.lease?.(scope);
  // Its renewals are late: the thread was busy.
  const until = Date.now() + 20;
  while (Date.now() < until);
  const taken = await quick.journal.lease?.(scope);

  expect(taken).toBeDefined();
  expect(await lost?.renew()).toBe(false);
  await lost?.release();
  expect(await taken?.renew()).toBe(true);
  await taken?.release();
});

test('values are bound, so that no id or text can be SQL', async () => {
  const { records } = open();
  const userId = "'; DROP TABLE memory_records; --";
  await records.write({
    put: [
      {
        id: userId,
        kind: 'turn',
        text: userId,
        scope: { userId },
        conversation: userId,
        createdAt: '2026-03-01T10:00:00.000Z',
      },
    ],
  });
  expect(await records.list({ userId })).toMatchObject([{ text: userId }]);
});
