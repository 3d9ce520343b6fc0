import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/create-catalog.ts';
import { fileCache } from '../file-cache.ts';
import type { Model } from '../model.ts';
import { testModel } from '../test-model.ts';
import type { CatalogCache } from './catalog-cache.ts';
import { createLiveCatalog } from './create-live-catalog.ts';
import type { LiveCatalogOptions } from './live-catalog-options.ts';
import type { LiveCatalog, RefreshOutcome } from './live-catalog.ts';

interface Wire {
  readonly id: string;
  readonly pricing: { readonly prompt: string; readonly completion: string };
}

function wireModels(count: number, price = '0.000001'): readonly Wire[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `acme/model-${index}`,
    pricing: { prompt: price, completion: price },
  }));
}

function knownModels(count: number): readonly Model[] {
  return wireModels(count).map(({ id }) => testModel({ id }));
}

const fallback = createCatalog({ models: knownModels(10), asOf: '2026-11-10', source: 'snapshot' });

/** A server that answers in turn, and a clock that stands still until it is moved. */
class World {
  time = Date.parse('2026-11-25T12:00:00Z');
  requests: Headers[] = [];
  answer: (request: Headers, signal: AbortSignal) => Response | Promise<Response> = () =>
    json(wireModels(10));
  outcomes: RefreshOutcome[] = [];

  live(options: Partial<LiveCatalogOptions> = {}): LiveCatalog {
    return createLiveCatalog({
      fallback,
      fetch: (_url, init) => this.#respond(init),
      now: () => new Date(this.time),
      onRefresh: (outcome) => this.outcomes.push(outcome),
      ...options,
    });
  }

  async #respond(init: RequestInit | undefined): Promise<Response> {
    const headers = new Headers(init?.headers);
    this.requests.push(headers);
    return this.answer(headers, init?.signal ?? new AbortController().signal);
  }
}

function json(models: readonly Wire[], headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ data: models }), { headers });
}

function memoryCache(text: string | null = null): CatalogCache & { text: string | null } {
  const cache = {
    text,
    read: async () => cache.text,
    write: async (written: string) => {
      cache.text = written;
    },
  };
  return cache;
}

function denied(): Promise<never> {
  return Promise.reject(new Error('EACCES'));
}

async function refreshed(
  models: readonly Wire[],
  known = fallback,
  force = false,
): Promise<RefreshOutcome> {
  const world = new World();
  world.answer = () => json(models);
  return world.live({ fallback: known }).refresh({ force });
}

const HOUR = 3_600_000;

describe('createLiveCatalog', () => {
  it('D1: answers from the fallback at once, and from the server after a refresh', async () => {
    const world = new World();
    const live = world.live();
    expect(live.current().source).toBe('snapshot');
    expect(live.status()).toMatchObject({ checkedAt: null, stale: true });
    expect(await live.refresh()).toMatchObject({ type: 'updated' });
    expect(live.current()).toMatchObject({ source: 'live', asOf: '2026-11-25' });
    expect(live.status()).toMatchObject({ stale: false });
  });

  it('D7: shares one request among fifty callers', async () => {
    const world = new World();
    const live = world.live();
    await Promise.all(Array.from({ length: 50 }, () => live.refresh()));
    expect(world.requests).toHaveLength(1);
  });

  it('serves the old list while it fetches a new one, once it is older than its age', async () => {
    const world = new World();
    const live = world.live();
    await live.refresh();
    live.current();
    expect(world.requests).toHaveLength(1);
    world.time += HOUR;
    world.answer = () => json(wireModels(12));
    expect(live.current().models).toHaveLength(10);
    await live.refresh();
    expect(live.current().models).toHaveLength(12);
    expect(world.requests).toHaveLength(2);
  });

  it('asks no more often than the minimum interval, failures included, unless forced', async () => {
    const world = new World();
    const live = world.live();
    world.answer = () => new Response('', { status: 500 });
    expect(await live.refresh()).toMatchObject({ type: 'failed' });
    expect(await live.refresh()).toEqual({ type: 'not-due' });
    expect(await live.refresh({ force: true })).toMatchObject({ type: 'failed' });
    world.time += 60_000;
    world.answer = () => json(wireModels(10));
    expect(await live.refresh()).toMatchObject({ type: 'updated' });
  });

  it('sends the mark of the list it has, and keeps the list when the server says it still holds', async () => {
    const world = new World();
    const live = world.live();
    world.answer = () => json(wireModels(10), { etag: '"v1"' });
    await live.refresh();
    world.time += HOUR;
    world.answer = (request) =>
      new Response(null, { status: request.get('if-none-match') === '"v1"' ? 304 : 500 });
    expect(await live.refresh()).toEqual({ type: 'unchanged' });
    expect(live.status()).toMatchObject({ stale: false, checkedAt: new Date(world.time) });
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['a network that is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['a server error', () => new Response('', { status: 503 })],
    ['a page instead of a list', () => new Response('<html>hello</html>')],
    ['truncated JSON', () => new Response('{"data":[{"id":"a/b"')],
    ['an error body', () => Response.json({ error: { code: 500, message: 'no' } })],
    ['a body that never ends', () => new Response('x'.repeat(2000))],
  ])('D1, D2: keeps the last good list through %s', async (_name, answer) => {
    const world = new World();
    const live = world.live({ maxBytes: 1000 });
    world.answer = () => json(wireModels(6));
    await live.refresh();
    world.time += HOUR;
    world.answer = answer;
    expect(await live.refresh()).toMatchObject({ type: 'failed' });
    expect(live.current().models).toHaveLength(6);
    expect(world.outcomes.at(-1)).toMatchObject({ type: 'failed' });
  });

  it('gives up on a server that does not answer in time, and frees the connection', async () => {
    const world = new World();
    let aborted = false;
    world.answer = (_request, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        });
      });
    const outcome = await world.live({ timeoutMs: 5 }).refresh();
    expect(outcome).toMatchObject({
      type: 'failed',
      error: { message: 'No answer within 5 ms.' },
    });
    expect(aborted).toBe(true);
  });

  it('starts from its cache in a new process, and asks with the mark it kept', async () => {
    const cache = memoryCache();
    const first = new World();
    first.answer = () => json(wireModels(11), { etag: '"v1"' });
    await first.live({ cache }).refresh();

    const second = new World();
    second.time += HOUR;
    second.answer = () => new Response(null, { status: 304 });
    const live = second.live({ cache });
    await live.refresh();
    expect(live.current()).toMatchObject({ source: 'cache' });
    expect(live.current().models).toHaveLength(11);
    expect(second.requests[0]?.get('if-none-match')).toBe('"v1"');
  });

  it.each([
    '{"fetchedAt":"2026-11',
    '{}',
    'null',
    '{"fetchedAt":"2020-01-01T00:00:00Z","etag":null,"body":{"data":[]}}',
  ])('starts from the fallback when the cache holds %j', async (text) => {
    const world = new World();
    world.answer = () => new Response('', { status: 500 });
    const live = world.live({ cache: memoryCache(text) });
    await live.refresh();
    expect(live.current()).toBe(fallback);
  });

  it('M1: serves although the cache can neither be read nor written, and says so', async () => {
    const world = new World();
    const live = world.live({ cache: { read: denied, write: denied } });
    expect(await live.refresh()).toMatchObject({ type: 'updated' });
    expect(world.outcomes.map((outcome) => outcome.type)).toEqual(['failed', 'failed', 'updated']);
  });

  it('survives a listener that throws', async () => {
    const world = new World();
    const live = world.live({
      onRefresh: () => {
        throw new Error('mine');
      },
    });
    expect(await live.refresh()).toMatchObject({ type: 'updated' });
  });

  it.each([
    [{ timeoutMs: Number.NaN }, /timeoutMs is NaN/],
    [{ maxAgeMs: -1 }, /maxAgeMs is -1/],
    [{ url: 'http://169.254.169.254/' }, /url must be https/],
    [{ url: 'https://user:secret@openrouter.ai/' }, /without a user name/],
    [{ url: 'file:///etc/passwd' }, /url must be https/],
  ])('G2, G4: refuses the option %j', (options, message) => {
    expect(() => new World().live(options)).toThrow(message);
  });
});

describe('the guard of a refresh', () => {
  const recent = createCatalog({ models: knownModels(100), asOf: '2026-11-24' });
  const old = createCatalog({ models: knownModels(100), asOf: '2026-05-13' });
  const renamed = wireModels(100).map((model, index) =>
    index < 40 ? { ...model, id: `new/${index}` } : model,
  );

  it('refuses a list that lost more than 30 % of its ids since yesterday', async () => {
    expect(await refreshed(renamed, recent)).toEqual({
      type: 'refused',
      reason: 'it lost 40 of 100 models',
    });
    expect(await refreshed(wireModels(71), recent)).toMatchObject({ type: 'updated' });
  });

  it('accepts such a loss after half a year, but never half a list', async () => {
    expect(await refreshed(renamed, old)).toMatchObject({ type: 'updated' });
    expect(await refreshed(wireModels(49), old)).toMatchObject({ type: 'refused' });
    expect(await refreshed([], old)).toMatchObject({ type: 'refused' });
  });

  it('refuses a mass of zero prices, and lets a single one through', async () => {
    const zero = wireModels(6, '0');
    expect(await refreshed([...zero, ...wireModels(100).slice(6)], recent)).toEqual({
      type: 'refused',
      reason: '6 of 100 prices fell to zero',
    });
    expect(
      await refreshed([...zero.slice(0, 1), ...wireModels(100).slice(1)], recent),
    ).toMatchObject({
      type: 'updated',
    });
  });

  it('believes what comes when it is forced', async () => {
    expect(await refreshed(renamed, recent, true)).toMatchObject({ type: 'updated' });
  });
});

describe('fileCache', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives back what was written last, nothing before, and leaves no half-written file', async () => {
    folder = await mkdtemp(join(tmpdir(), 'tierwise-'));
    const cache = fileCache({ path: join(folder, 'deep', 'models.json') });
    expect(await cache.read()).toBeNull();
    await Promise.all([cache.write('one'), cache.write('two')]);
    await cache.write('three');
    expect(await cache.read()).toBe('three');
    expect(await readdir(join(folder, 'deep'))).toEqual(['models.json']);
  });
});
