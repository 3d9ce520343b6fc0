import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createUIMessageStreamResponse, streamText, toUIMessageStream } from 'ai';
import { convertReadableStreamToArray, MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { createFallbackModel, streamWithFallback, type FallbackCall } from '../../src/index.ts';
import { finish, preamble, streamed, textParts } from '../support/answers.ts';
import { caught } from '../support/caught.ts';
import { drain } from '../support/drain.ts';
import { failing, healthy, httpError, newCount, streaming } from '../support/models.ts';
import { createTestClock, settle } from '../support/test-clock.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

async function partsOf(
  models: LanguageModelV4[],
  options: Partial<FallbackCall> = {},
): Promise<LanguageModelV4StreamPart[]> {
  const candidates = models.map((model) => ({ id: model.modelId, model }));
  const { stream } = await streamWithFallback({
    candidates,
    params: { prompt },
    hygiene: false,
    ...options,
  });
  return convertReadableStreamToArray(stream);
}

function types(parts: readonly LanguageModelV4StreamPart[]): string[] {
  return parts.map(({ type }) => type);
}

/** A stream that errors instead of sending an error part. */
function breaking(modelId: string, parts: LanguageModelV4StreamPart[]): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doStream: async () => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          for (const part of parts) controller.enqueue(part);
        },
        pull(controller) {
          controller.error(new TypeError('terminated'));
        },
      }),
    }),
  });
}

/** Sends some parts, then nothing, until it is aborted. */
function stalling(
  modelId: string,
  parts: LanguageModelV4StreamPart[],
  onCancel: () => void = () => undefined,
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doStream: async () => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          for (const part of parts) controller.enqueue(part);
        },
        cancel: onCancel,
      }),
    }),
  });
}

function emptyStream(id: string): MockLanguageModelV4 {
  return streaming(id, [...preamble(id), finish()]);
}

function brokenText(...deltas: string[]): MockLanguageModelV4 {
  return breaking('a', [...preamble('a'), ...textParts(...deltas).slice(0, -1)]);
}

describe('stream', () => {
  test('error when the stream is created → next', async () => {
    expect(await partsOf([failing('a', () => httpError(500)), healthy('b')])).toEqual(
      streamed('b', 'text of b'),
    );
  });

  test('empty deltas and raw chunks do not commit', async () => {
    const first = streaming('a', [
      ...preamble('a'),
      { type: 'raw', rawValue: 1 },
      ...textParts('').slice(0, 2),
      { type: 'error', error: 'boom' },
    ]);
    expect(await partsOf([first, healthy('b')])).toEqual(streamed('b', 'text of b'));
  });

  test('exactly one stream-start after a failover; the fallback’s preamble, not the primary’s', async () => {
    const first = streaming('a', [
      { type: 'stream-start', warnings: [{ type: 'other', message: 'of the primary' }] },
      { type: 'response-metadata', modelId: 'a' },
      { type: 'error', error: 'boom' },
    ]);
    const parts = await partsOf([first, healthy('b')]);
    expect(parts.filter(({ type }) => type === 'stream-start')).toEqual([
      { type: 'stream-start', warnings: [] },
    ]);
    expect(parts.filter(({ type }) => type === 'response-metadata')).toEqual([
      { type: 'response-metadata', id: 'gen-b', modelId: 'b' },
    ]);
  });

  test('reader.read() rejects before content → next; reads reject over three candidates in a row', async () => {
    const broken = ['a', 'b', 'c'].map((id) => breaking(id, preamble(id)));
    expect(await partsOf([...broken, healthy('d')])).toEqual(streamed('d', 'text of d'));
  });

  test('error after content is not retried', async () => {
    const second = healthy('b');
    const first = breaking('a', [...preamble('a'), ...textParts('Once').slice(0, 2)]);
    const parts = await partsOf([first, second]);
    expect(types(parts).slice(2)).toEqual([
      'text-start',
      'text-delta',
      'text-end',
      'error',
      'finish',
    ]);
    expect(second.doStreamCalls).toHaveLength(0);
  });

  test('filter finish before content → next, after content not', async () => {
    const filtered = { unified: 'content-filter', raw: 'content_filter' } as const;
    const before = streaming('a', [...preamble('a'), finish(filtered)]);
    expect(await partsOf([before, healthy('b')])).toEqual(streamed('b', 'text of b'));
    const after = [...preamble('a'), ...textParts('Once'), finish(filtered)];
    expect(await partsOf([streaming('a', after), healthy('b')])).toEqual(after);
  });

  test('a stream without content, everywhere, is an error', async () => {
    await expect(partsOf([emptyStream('a'), emptyStream('b')])).rejects.toThrow(/empty/);
  });

  test('late consumption through a UI response', async () => {
    const model = createFallbackModel({
      models: [failing('a', () => httpError(500)), healthy('b')],
    });
    const result = streamText({ model, prompt: 'hi' });
    await settle();
    const response = createUIMessageStreamResponse({
      stream: toUIMessageStream({ stream: result.fullStream }),
    });
    expect(await response.text()).toContain('text of b');
  });

  test('onChunk and onFinish still fire', async () => {
    const model = createFallbackModel({
      models: [failing('a', () => httpError(500)), healthy('b')],
    });
    const seen: string[] = [];
    const result = streamText({
      model,
      prompt: 'hi',
      onChunk: ({ chunk }) => void seen.push(chunk.type),
      onFinish: ({ text }) => void seen.push(text),
    });
    await result.consumeStream();
    expect(seen.filter((type) => type === 'text-delta')).toHaveLength(1);
    expect(seen.at(-1)).toBe('text of b');
  });

  test('T4 T5 first-chunk and step deadlines can fail over, and are fresh for each attempt', async () => {
    const clock = createTestClock();
    let cancelled = 0;
    const silent = (id: string): MockLanguageModelV4 =>
      stalling(id, preamble(id), () => (cancelled += 1));
    const waiting = partsOf([silent('a'), silent('b'), healthy('c')], {
      clock,
      firstContentTimeoutMs: 1000,
    });
    await clock.advance(1000);
    await clock.advance(1000);
    expect(await waiting).toEqual(streamed('c', 'text of c'));
    expect([cancelled, clock.pending()]).toEqual([2, 0]);
  });

  test('T6 a chunk stall after content does not restart: error and finish, connection closed', async () => {
    const clock = createTestClock();
    let cancelled = 0;
    const first = stalling(
      'a',
      [...preamble('a'), ...textParts('Once').slice(0, 2)],
      () => (cancelled += 1),
    );
    const second = healthy('b');
    const waiting = partsOf([first, second], { clock, stallTimeoutMs: 1000 });
    await clock.advance(1250);
    expect(types(await waiting).slice(2)).toEqual([
      'text-start',
      'text-delta',
      'text-end',
      'error',
      'finish',
    ]);
    expect([cancelled, second.doStreamCalls.length, clock.pending()]).toEqual([1, 0, 0]);
  });

  test('T7 a drip is ended by the total deadline', async () => {
    const clock = createTestClock();
    const drip = new MockLanguageModelV4({
      modelId: 'a',
      doStream: async () => ({
        stream: new ReadableStream<LanguageModelV4StreamPart>(
          {
            pull: async (controller) => {
              await new Promise<void>((resolve) => void clock.schedule(resolve, 100));
              controller.enqueue({ type: 'text-delta', id: 't', delta: '.' });
            },
          },
          { highWaterMark: 0 },
        ),
      }),
    });
    const waiting = partsOf([drip, healthy('b')], {
      clock,
      totalTimeoutMs: 1000,
      stallTimeoutMs: 500,
    });
    await clock.advance(1100);
    const parts = await waiting;
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'error' } });
    expect(parts.filter(({ type }) => type === 'text-delta').length).toBeLessThan(11);
  });

  test('C7 a consumer that stops reading is no stall, and upstream is held', async () => {
    const clock = createTestClock();
    const counted = newCount();
    const { stream } = await streamWithFallback({
      candidates: [{ id: 'a', model: streaming('a', streamed('a', 'x', 'y', 'z'), counted) }],
      params: { prompt },
      clock,
      stallTimeoutMs: 1000,
    });
    const reader = stream.getReader();
    for (let index = 0; index < 4; index++) await reader.read();
    await clock.advance(60_000);
    expect(counted.pulled).toBeLessThanOrEqual(5);
    expect((await reader.read()).value).toMatchObject({ type: 'text-delta', delta: 'y' });
  });

  test('C8 a stream that is never read pulls nothing more; the total deadline frees the socket', async () => {
    const clock = createTestClock();
    const counted = newCount();
    await streamWithFallback({
      candidates: [{ id: 'a', model: streaming('a', streamed('a', 'x', 'y', 'z'), counted) }],
      params: { prompt },
      clock,
      totalTimeoutMs: 5000,
    });
    const pulled = counted.pulled;
    await clock.advance(5000);
    expect([counted.pulled, counted.cancelled, clock.pending()]).toEqual([pulled, true, 0]);
  });

  test('an abandoned stream closes upstream, and passes on the reason', async () => {
    const counted = newCount();
    const { stream } = await streamWithFallback({
      candidates: [{ id: 'a', model: streaming('a', streamed('a', 'x', 'y'), counted) }],
      params: { prompt },
    });
    await stream.cancel('bored');
    expect(counted).toMatchObject({ cancelled: true, cancelReason: 'bored' });
  });

  test('S12 content after the finish is dropped, the first finish wins', async () => {
    const parts = await partsOf([
      streaming('a', [
        ...streamed('a', 'x'),
        ...textParts('late'),
        finish({ unified: 'length', raw: 'length' }),
      ]),
    ]);
    expect(parts).toEqual(streamed('a', 'x'));
  });

  test('S17 reasoning, then an error: surfaced by default, replaced with hold text', async () => {
    const thinking: LanguageModelV4StreamPart[] = [
      ...preamble('a'),
      { type: 'reasoning-start', id: 'r' },
      { type: 'reasoning-delta', id: 'r', delta: 'hm' },
      { type: 'error', error: 'boom' },
    ];
    expect(types(await partsOf([streaming('a', thinking), healthy('b')]))).toContain('error');
    const held = await partsOf([streaming('a', thinking), healthy('b')], { hold: 'text' });
    expect(held).toEqual(streamed('b', 'text of b'));
  });

  test('hold n characters: a break before them is replaced, one after them is not', async () => {
    expect(await partsOf([brokenText('1234'), healthy('b')], { hold: 5 })).toEqual(
      streamed('b', 'text of b'),
    );
    expect(types(await partsOf([brokenText('1234', '5'), healthy('b')], { hold: 5 }))).toContain(
      'error',
    );
  });

  test('hold until valid: a streamed answer that breaks its schema is replaced unseen', async () => {
    const schema = {
      type: 'object',
      required: ['n'],
      properties: { n: { type: 'integer' } },
    } as const;
    const params = {
      prompt,
      responseFormat: { type: 'json' as const, schema: { ...schema, required: ['n'] } },
    };
    const parts = await partsOf(
      [
        streaming('a', streamed('a', '{"n":', '"x"}')),
        streaming('b', streamed('b', '{"n":', '1}')),
      ],
      { params, hold: 'until-valid', judge: { schema: true } },
    );
    expect(parts).toEqual(streamed('b', '{"n":', '1}'));
  });

  test('an empty turn after a tool result can be right', async () => {
    const params = {
      prompt: [
        ...prompt,
        {
          role: 'tool' as const,
          content: [
            {
              type: 'tool-result' as const,
              toolCallId: '1',
              toolName: 'look',
              output: { type: 'text' as const, value: 'seen' },
            },
          ],
        },
      ],
    };
    const silent = [...preamble('a'), finish()];
    expect(await partsOf([streaming('a', silent), healthy('b')], { params })).toEqual(silent);
  });

  test('T8 the result ends at the finish although the socket stays open, which is closed soon after', async () => {
    let cancelled = 0;
    const clock = createTestClock();
    const model = stalling('a', streamed('a', 'x'), () => (cancelled += 1));
    const parts = await partsOf([model], { clock });
    expect(parts.at(-1)?.type).toBe('finish');
    await clock.advance(100);
    expect([cancelled, clock.pending()]).toEqual([1, 0]);
  });

  test('unknown parts are kept (+)', async () => {
    const ping: LanguageModelV4StreamPart = { type: 'ping' };
    const all = [...preamble('a'), ping, ...textParts('x'), ping, finish()];
    expect(await partsOf([streaming('a', all)])).toEqual(all);
  });

  test('a raw undefined finish reason means cut for OpenRouter only', async () => {
    const silent = { unified: 'stop', raw: undefined } as const;
    const parts = [...preamble('a'), ...textParts('x'), finish(silent)];
    expect(await partsOf([streaming('a', parts)])).toEqual(parts);
    const overRouter = new MockLanguageModelV4({
      provider: 'openrouter.chat',
      modelId: 'a',
      doStream: async () => ({ stream: asStream(parts) }),
    });
    expect((await partsOf([overRouter])).at(-1)).toMatchObject({
      finishReason: { unified: 'interrupted' },
    });
  });

  test('S20 a long stream to a slow consumer is not collected in memory: parts read equal parts taken', async () => {
    const counted = newCount();
    const many = streamed('a', ...Array.from({ length: 20_000 }, () => 'x'));
    const { stream } = await streamWithFallback({
      candidates: [{ id: 'a', model: streaming('a', many, counted) }],
      params: { prompt },
    });
    let taken = 0;
    let furthest = 0;
    const preambleLength = 4;
    await drain(stream, () => {
      taken += 1;
      // The preamble was held and comes at once; from then on nothing is read ahead.
      if (taken > preambleLength) furthest = Math.max(furthest, counted.pulled - taken);
    });
    expect(taken).toBe(many.length);
    expect(furthest).toBeLessThanOrEqual(2);
  });

  test('an aborted caller gets its own reason when the stream has not begun', async () => {
    const controller = new AbortController();
    const waiting = partsOf([stalling('a', preamble('a')), healthy('b')], {
      params: { prompt, abortSignal: controller.signal },
    });
    await settle();
    controller.abort(new Error('mine'));
    expect(await caught(waiting)).toMatchObject({ message: 'mine' });
  });
});

function asStream(
  parts: readonly LanguageModelV4StreamPart[],
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}
