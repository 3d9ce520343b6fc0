import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { streamText, tool } from 'ai';
import { convertReadableStreamToArray } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finish, preamble, streamed, textParts, usage } from '../../test/support/answers.ts';
import { failing, healthy, httpError, newCount, streaming } from '../../test/support/models.ts';
import { createFallbackModel } from '../middleware/create-fallback-model.ts';
import { streamWithFallback } from './stream-with-fallback.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];

function payCall(toolCallId: string): LanguageModelV4StreamPart {
  return { type: 'tool-call', toolCallId, toolName: 'pay', input: '{"amount": 1}' };
}

async function partsOf(first: LanguageModelV4StreamPart[]): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await streamWithFallback({
    candidates: [
      { id: 'a', model: streaming('a', first) },
      { id: 'b', model: healthy('b') },
    ],
    params: { prompt },
    hygiene: false,
  });
  return convertReadableStreamToArray(stream);
}

describe('stream', () => {
  test.each([
    ['an error as first part', [{ type: 'error', error: { code: 429, message: 'slow down' } }]],
    ['an error after the preamble', [...preamble('a'), { type: 'error', error: 'boom' }]],
    ['empty deltas and raw chunks', [...preamble('a'), ...textParts(''), finish()]],
    ['a stream without content', [...preamble('a'), finish()]],
    ['a stream without anything', []],
    ['an error finish', [...preamble('a'), finish({ unified: 'other', raw: 'error' })]],
  ] satisfies Array<[string, LanguageModelV4StreamPart[]]>)(
    '%s before content is replaced unseen: one preamble, one model’s text',
    async (_name, first) => {
      expect(await partsOf(first)).toEqual(streamed('b', 'text of b'));
    },
  );

  test('an error when the stream is created moves on', async () => {
    const model = createFallbackModel({
      models: [failing('a', () => httpError(500)), healthy('b')],
    });
    const result = streamText({ model, prompt: 'hi' });
    expect(await result.text).toBe('text of b');
    expect((await result.response).modelId).toBe('b');
    expect((await result.finalStep).providerMetadata?.['fallback']).toMatchObject({
      served: 'mock-provider:b',
    });
  });

  test('an error after content surfaces once, balanced, with one finish and no other model’s text', async () => {
    const parts = await partsOf([
      ...preamble('a'),
      ...textParts('Once', ' upon').slice(0, 3),
      { type: 'error', error: { code: 502, message: 'gone' } },
      { type: 'error', error: { code: 502, message: 'again' } },
      finish(),
    ]);
    expect(parts.slice(2)).toEqual([
      ...textParts('Once', ' upon'),
      { type: 'error', error: { code: 502, message: 'gone' } },
      expect.objectContaining({
        type: 'finish',
        finishReason: { unified: 'error', raw: 'stop' },
        usage: usage(),
      }),
    ]);
  });

  test('a tool call with cut arguments reaches no tool', async () => {
    let executed = 0;
    const model = createFallbackModel({
      models: [
        streaming('a', [
          ...preamble('a'),
          { type: 'tool-input-start', id: 'c', toolName: 'pay' },
          { type: 'tool-input-delta', id: 'c', delta: '{"amount": 1' },
          { type: 'tool-input-end', id: 'c' },
          { type: 'tool-call', toolCallId: 'c', toolName: 'pay', input: '{}' },
          finish({ unified: 'tool-calls', raw: 'tool_calls' }),
        ]),
      ],
    });
    const pay = tool({ inputSchema: z.object({}), execute: () => ++executed });
    const errors: unknown[] = [];
    const result = streamText({
      model,
      prompt: 'hi',
      tools: { pay },
      onError: ({ error }) => void errors.push(error),
    });
    await result.consumeStream();
    expect(executed).toBe(0);
    expect(errors).toHaveLength(1);
  });

  test('with hold text, cut tool arguments are replaced by the next candidate', async () => {
    const { stream } = await streamWithFallback({
      candidates: [
        {
          id: 'a',
          model: streaming('a', [
            ...preamble('a'),
            { type: 'tool-input-start', id: 'c', toolName: 'pay' },
            { type: 'tool-input-delta', id: 'c', delta: '{"amount": 1' },
          ]),
        },
        { id: 'b', model: healthy('b') },
      ],
      params: { prompt },
      hold: 'text',
      hygiene: false,
    });
    expect(await convertReadableStreamToArray(stream)).toEqual(streamed('b', 'text of b'));
  });

  test('cancelling the result closes the upstream and nothing is read ahead', async () => {
    const counted = newCount();
    const many = streamed('a', ...Array.from({ length: 100 }, () => 'x'));
    const { stream } = await streamWithFallback({
      candidates: [{ id: 'a', model: streaming('a', many, counted) }],
      params: { prompt },
    });
    const reader = stream.getReader();
    for (let index = 0; index < 6; index++) await reader.read();
    expect(counted.pulled).toBeLessThanOrEqual(7);
    await reader.cancel('enough');
    expect(counted).toMatchObject({ cancelled: true, cancelReason: 'enough' });
  });

  test.each([
    ['a whole answer', streamed('a', 'one ', 'two ', 'three')],
    [
      'tool calls held to the finish',
      [...preamble('a'), ...textParts('so'), payCall('1'), payCall('2'), finish()],
    ],
    [
      'a break',
      [...preamble('a'), ...textParts('so').slice(0, 2), { type: 'error', error: 'cut' }],
    ],
  ] satisfies Array<[string, LanguageModelV4StreamPart[]]>)(
    'a consumer that asks for many parts of %s at once gets what one gets who asks for one after the other',
    async (_name, script) => {
      const start = async (): Promise<ReadableStream<LanguageModelV4StreamPart>> => {
        const model = createFallbackModel({
          models: [
            streaming('a', script),
            {
              id: 'b',
              model: streaming('b', streamed('b', ' then', ' more')),
              facts: { prefill: true },
            },
          ],
          continueText: true,
          metadata: () => undefined,
        });
        return (await model.doStream({ prompt })).stream;
      };
      const reader = (await start()).getReader();
      const atOnce = await Promise.all(Array.from({ length: 40 }, () => reader.read()));
      const parts = atOnce.flatMap(({ value }) => value ?? []);
      expect(parts).toEqual(await convertReadableStreamToArray(await start()));
      expect(parts.filter(({ type }) => type === 'finish')).toHaveLength(1);
    },
  );

  test('the story is in the finish part, with the usage of the served attempt', async () => {
    const { stream } = await streamWithFallback({
      candidates: [
        { id: 'a', model: failing('a', () => httpError(429)) },
        { id: 'b', model: healthy('b') },
      ],
      params: { prompt },
      metadata: ({ served, attempts }) => ({
        mine: { served: served?.candidateId ?? null, attempts: attempts.length },
      }),
    });
    const parts = await convertReadableStreamToArray(stream);
    expect(parts.at(-1)).toMatchObject({
      usage: usage(),
      providerMetadata: { mine: { served: 'b', attempts: 2 } },
    });
  });
});
