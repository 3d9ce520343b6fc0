import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { fakeMem0Platform } from '../../test/fake-mem0-platform.ts';
import { memoryBackendContract } from '../testing/memory-backend-contract.ts';
import { Mem0PlatformError } from './mem0-platform-error.ts';
import type { Mem0PlatformOptions } from './mem0-platform-options.ts';
import { mem0Platform } from './mem0-platform.ts';

const tom = { userId: 'tom' };
const observedAt = '2026-03-01T10:00:00.000Z';
const apiKey = 'm0-secret-key';
const messages = [{ role: 'user', content: 'I like tea' }] as const;

/** A platform whose first answers are these, and which then works. */
function open(
  first: readonly (() => Promise<Response>)[] = [],
  more: Partial<Mem0PlatformOptions> = {},
) {
  const platform = fakeMem0Platform();
  const left = [...first];
  const sleeps: number[] = [];
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    const trouble = left.shift();
    return trouble === undefined ? platform.fetch(input, init) : trouble();
  });
  const memory = mem0Platform({
    apiKey,
    fetch,
    random: () => 1,
    sleep: async (durationMs) => {
      sleeps.push(durationMs);
    },
    ...more,
  });
  return { memory, fetch, sleeps, requests: platform.requests };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  async () =>
    new Response('{"detail":"I like tea"}', { status: code, headers });

const hang = async () => new Promise<Response>(() => {});

test.each(memoryBackendContract)('the platform as a backend: $name', async ({ check }) => {
  await expect(check({ createBackend: () => open().memory })).resolves.toBeUndefined();
});

test('an add is accepted, with the key in its header and the moment in seconds', async () => {
  const { memory, requests } = open();
  expect(await memory.add({ scope: tom, observedAt, messages })).toEqual({ type: 'accepted' });
  expect(requests).toMatchObject([
    {
      path: '/v3/memories/add/',
      authorization: 'Token m0-secret-key',
      body: { user_id: 'tom', timestamp: Date.parse(observedAt) / 1000, messages },
    },
  ]);
});

test('a list of more than a page is read page by page', async () => {
  const { memory } = open();
  const many = Array.from(
    { length: 230 },
    (_, index) => ({ role: 'user', content: `no ${index}` }) as const,
  );
  await memory.add({ scope: tom, observedAt, messages: many });
  expect(await memory.list({ scope: tom, limit: 1000 })).toHaveLength(230);
  expect(await memory.list({ scope: tom, limit: 150 })).toHaveLength(150);
});

describe('a failure', () => {
  test('that passes is waited for, as long as the platform asks or a little longer each time', async () => {
    const { memory, sleeps } = open([status(500), status(429, { 'retry-after': '3' })]);
    await memory.search({ query: 'tea', scope: tom, topK: 1 });
    expect(sleeps).toEqual([500, 3000]);
  });

  test('of an add is only repeated where the platform refused it: else it might be stored twice', async () => {
    const refused = open([status(429)]);
    await refused.memory.add({ scope: tom, observedAt, messages });
    expect(refused.fetch).toHaveBeenCalledTimes(2);

    for (const trouble of [status(500), async () => Promise.reject(new Error('reset'))]) {
      const { memory, fetch } = open([trouble]);
      await expect(memory.add({ scope: tom, observedAt, messages })).rejects.toMatchObject({
        isRetryable: true,
      });
      expect(fetch).toHaveBeenCalledTimes(1);
    }
  });

  test.each([401, 400])('with %d is final and holds neither key nor text', async (code) => {
    const { memory, fetch } = open([status(code)]);
    const error: unknown = await memory
      .search({ query: 'secret tea', scope: tom, topK: 1 })
      .catch((reason: unknown) => reason);

    expect(Mem0PlatformError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ statusCode: code, isRetryable: false });
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/m0-secret|tea|tom/);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('to answer at all ends at the deadline', async () => {
    const { memory } = open([hang, hang, hang], { timeoutMs: 5 });
    await expect(memory.list({ scope: tom, limit: 1 })).rejects.toThrow('in time');
  });

  test.each(['not json', '[1]', '{"results": 7}'])(
    'to answer in a known shape is told: %s',
    async (text) => {
      const { memory } = open([1, 2, 3].map(() => async () => new Response(text)));
      await expect(memory.list({ scope: tom, limit: 1 })).rejects.toSatisfy((error) =>
        Mem0PlatformError.isInstance(error),
      );
    },
  );
});

test('an abort ends a request, and its retries', async () => {
  const controller = new AbortController();
  const { memory, fetch } = open([
    async () => {
      controller.abort(new Error('enough'));
      return new Promise<Response>(() => {});
    },
  ]);
  const { signal: abortSignal } = controller;
  const search = memory.search({ query: 'x', scope: tom, topK: 1, abortSignal });
  await expect(search).rejects.toThrow('enough');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('an abort ends the wait before a retry', async () => {
  const controller = new AbortController();
  const { memory, fetch } = open([status(503)], {
    sleep: async () => {
      controller.abort(new Error('enough'));
      return new Promise(() => {});
    },
  });
  const { signal: abortSignal } = controller;
  await expect(memory.get({ id: 'x', abortSignal })).rejects.toThrow('enough');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('an id cannot lead to another path', async () => {
  const { memory, requests } = open();
  await memory.get({ id: '../../v1/ping/?x=' });
  expect(requests[0]?.path).toBe('/v1/memories/..%2F..%2Fv1%2Fping%2F%3Fx%3D/');
});
