import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Fault } from '@tierwise/openrouter-simulator';
import { generateText, streamText } from 'ai';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { drain } from '../../test/support/drain.ts';
import { rawServer } from '../../test/support/raw-server.ts';
import { settle } from '../../test/support/test-clock.ts';
import { primaryId } from '../../test/support/wire.ts';
import { mendUsage } from './mend-usage.ts';
import { openRouterFetch } from './openrouter-fetch.ts';

function mendedModel(...faults: Fault[]): LanguageModelV4 {
  const { fetch } = createSimulator({ faults });
  return createOpenRouter({
    apiKey: 'sk-or-test',
    fetch: openRouterFetch({ fetch }),
  }).languageModel(primaryId);
}

function replying(body: string, contentType: string): typeof globalThis.fetch {
  return openRouterFetch({
    fetch: async () => new Response(body, { headers: { 'content-type': contentType } }),
  });
}

async function bodyOf(body: string, contentType = 'text/event-stream'): Promise<string> {
  return (await replying(body, contentType)('https://openrouter.ai/api/v1')).text();
}

interface Sent {
  chunks: number;
  cancelReason: unknown;
}

function newSent(): Sent {
  return { chunks: 0, cancelReason: undefined };
}

/** A mended response that sends these texts one by one as it is read; then it ends, or stays open. */
async function sending(texts: readonly string[], sent: Sent, staysOpen = false): Promise<Response> {
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const text = texts[sent.chunks];
        if (text === undefined) {
          if (staysOpen) return new Promise<void>(() => undefined);
          return controller.close();
        }
        sent.chunks += 1;
        return controller.enqueue(new TextEncoder().encode(text));
      },
      cancel: (reason) => {
        sent.cancelReason = reason;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'text/event-stream' };
  const fetch = openRouterFetch({ fetch: async () => new Response(body, { headers }) });
  return fetch('https://openrouter.ai/api/v1');
}

const event = 'data: {"id":"gen-1","choices":[]}\n\n';

describe('a fetch for OpenRouter’s provider', () => {
  test('an answer whose cost is null is read, and the cost stays unknown', async () => {
    const model = mendedModel({ type: 'null-cost' });
    const { text, usage, finalStep } = await generateText({ model, prompt: 'hi', maxRetries: 0 });
    expect(text).toContain('[simulated reply]');
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(finalStep.providerMetadata?.['openrouter']).not.toHaveProperty('usage.cost');
  });

  test('a stream whose cost is null is read to its finish', async () => {
    const result = streamText({ model: mendedModel({ type: 'null-cost' }), prompt: 'hi' });
    expect(await result.text).toContain('[simulated reply]');
    expect(await result.finishReason).toBe('stop');
    expect((await result.usage).inputTokens).toBeGreaterThan(0);
  });

  test('T8 a stream ends at [DONE] although the connection stays open, which is then closed', async () => {
    let closed = false;
    const bytes = new TextEncoder().encode(`${event}data: [DONE]\n\n`);
    const open = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes),
      cancel: () => void (closed = true),
    });
    const headers = { 'content-type': 'text/event-stream' };
    const fetch = openRouterFetch({ fetch: async () => new Response(open, { headers }) });
    const response = await fetch('https://openrouter.ai/api/v1');
    expect(await response.text()).toBe(`${event}data: [DONE]\n\n`);
    expect(closed).toBe(true);
  });

  test.each([
    ['without an end of its line', `${event}data: [DONE]`],
    ['with carriage returns alone', `${event.replaceAll('\n', '\r')}data: [DONE]\r\r`],
    ['with both', `${event.replaceAll('\n', '\r\n')}data: [DONE]\r\n\r\n`],
  ])('T8 the same for a [DONE] %s', async (_name, text) => {
    const response = await sending([text], newSent(), true);
    expect(await response.text()).toBe(text.replace(/\[DONE\].*/s, '[DONE]\n\n'));
  });

  test('an event whose lines end with carriage returns is not held back', async () => {
    const text = 'data: {"usage":{"cost":null}}\r\r';
    const reader = (await sending([text], newSent(), true)).body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: {"usage":{}}\r\r');
    await reader?.cancel();
  });

  test('nothing is read before somebody asks, and no further', async () => {
    const sent = newSent();
    const response = await sending(
      Array.from({ length: 9 }, () => event),
      sent,
    );
    await settle();
    expect(sent.chunks).toBe(0);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await settle();
    expect(sent.chunks).toBe(2);
    await reader?.cancel('enough');
    expect(sent.cancelReason).toBe('enough');
  });

  test('a broken connection is the error of the body', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const headers = { 'content-type': 'text/event-stream' };
    const fetch = openRouterFetch({ fetch: async () => new Response(body, { headers }) });
    await expect((await fetch('https://openrouter.ai')).text()).rejects.toThrow('reset');
  });

  test('the response keeps its address and loses the length that is no longer true', async () => {
    const base = await rawServer((request, response) => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/' }).end();
      const body = '{"usage":{"cost":null}}';
      const length = { 'content-length': body.length };
      return void response
        .writeHead(200, { 'content-type': 'application/json', ...length })
        .end(body);
    });
    const response = await openRouterFetch()(`${base}/moved`);
    expect([response.url, response.redirected]).toEqual([`${base}/`, true]);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.text()).toBe('{"usage":{}}');
  });

  test('T8 the real provider finishes where the socket is slow to close', async () => {
    const result = streamText({ model: mendedModel({ type: 'slow-close' }), prompt: 'hi' });
    expect(await result.text).toContain('[simulated reply]');
    expect(await result.finishReason).toBe('stop');
  });

  test('a consumer that leaves closes the connection', async () => {
    let closed = false;
    const open = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(event)),
      cancel: () => void (closed = true),
    });
    const headers = { 'content-type': 'text/event-stream' };
    const fetch = openRouterFetch({ fetch: async () => new Response(open, { headers }) });
    const reader = (await fetch('https://openrouter.ai/api/v1')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  test('errors, other types and bodies without usage come through byte by byte', async () => {
    const odd = ': comment\r\n\r\nevent: x\ndata: {"usage" not json\n\ndata: last without an end';
    expect(await bodyOf(odd)).toBe(odd);
    expect(await bodyOf('{"usage": null}', 'application/json')).toBe('{"usage": null}');
    expect(await bodyOf('<p>"usage"</p>', 'text/html')).toBe('<p>"usage"</p>');
    const error = new Response('{"usage":{"cost":null}}', { status: 503 });
    expect(await openRouterFetch({ fetch: async () => error })('https://openrouter.ai')).toBe(
      error,
    );
  });

  test('bytes split anywhere give the same events', async () => {
    const usage = '{"prompt_tokens":1,"cost":null,"prompt_tokens_details":{"audio_tokens":2}}';
    const text = `data: {"text":"你好 🎉","usage":${usage}}\n\n: ping\n\ndata: [DONE]\n\n`;
    const bytes = new TextEncoder().encode(text);
    const expected = await bodyOf(text);
    expect(expected).toContain('"prompt_tokens_details":{"audio_tokens":2,"cached_tokens":0}');
    expect(expected).not.toContain('cost');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        const headers = { 'content-type': 'text/event-stream' };
        const fetch = openRouterFetch({
          fetch: async () => new Response(ReadableStream.from(pieces), { headers }),
        });
        expect(await (await fetch('https://openrouter.ai/api/v1')).text()).toBe(expected);
      }),
    );
  });

  test('an abort reaches the request', async () => {
    const controller = new AbortController();
    const result = streamText({
      model: mendedModel({ type: 'stall', at: 'after-content' }),
      prompt: 'hi',
      abortSignal: controller.signal,
      onError: () => undefined,
    });
    const types: string[] = [];
    await drain(result.stream, ({ type }) => {
      types.push(type);
      if (type === 'text-delta') controller.abort();
    });
    expect(types.at(-1)).toBe('abort');
  });
});

describe('what is mended', () => {
  test.each([
    ['{"usage":{"cost":null,"prompt_tokens":1}}', '{"usage":{"prompt_tokens":1}}'],
    ['{"usage":{"completion_tokens_details":{"reasoning_tokens":null}}}', '{"usage":{}}'],
    [
      '{"usage":{"completion_tokens_details":{"reasoning_tokens":null,"image_tokens":3}}}',
      '{"usage":{"completion_tokens_details":{"reasoning_tokens":0,"image_tokens":3}}}',
    ],
    ['{"usage":{"prompt_tokens_details":{}}}', '{"usage":{}}'],
  ])('%s', (text, expected) => {
    expect(mendUsage(text)).toBe(expected);
  });

  test('usage that can be read stays the very same text', () => {
    const text = '{ "usage": {"cost": 0.1, "prompt_tokens_details": {"cached_tokens": 0} } }';
    expect(mendUsage(text)).toBe(text);
  });
});
