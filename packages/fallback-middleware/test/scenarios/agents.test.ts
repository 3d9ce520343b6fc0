import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { generateText, isStepCount, streamText, tool } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createFallbackModel,
  createMemoryHealthStore,
  createPinStore,
  type FallbackModelOptions,
} from '../../src/index.ts';
import { cleanPrompt } from '../../src/hygiene/clean-prompt.ts';
import { answer, finish, generated, preamble, textParts } from '../support/answers.ts';
import { failing, generating, healthy, httpError, streaming } from '../support/models.ts';
import { createTestClock } from '../support/test-clock.ts';

const tools = {
  look: tool({ inputSchema: z.object({}), execute: () => 'seen' }),
};

const callLook = generated(
  [{ type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{}' }],
  {
    unified: 'tool-calls',
    raw: 'tool_calls',
  },
);

/** Calls the tool for some steps, then answers. */
function agentModel(modelId: string, toolSteps: number): MockLanguageModelV4 {
  return generating(modelId, ({ prompt }) =>
    prompt.filter(({ role }) => role === 'tool').length < toolSteps
      ? callLook
      : answer(`done by ${modelId}`),
  );
}

function runAgent(options: FallbackModelOptions): ReturnType<typeof generateText<typeof tools>> {
  return generateText({
    model: createFallbackModel(options),
    prompt: 'go',
    tools,
    stopWhen: isStepCount(10),
  });
}

describe('agents', () => {
  test('a dead primary is not paid on every step (+)', async () => {
    const dead = failing('a', () => httpError(503));
    const plain = failing('a', () => httpError(503));
    const sticky = await runAgent({ models: [dead, agentModel('b', 3)], stickiness: {} });
    await runAgent({ models: [plain, agentModel('b', 3)] });
    expect([sticky.text, sticky.steps.length]).toEqual(['done by b', 4]);
    expect([dead.doGenerateCalls.length, plain.doGenerateCalls.length]).toEqual([1, 4]);
  });

  test('back at a turn boundary, if the primary is healthy and the caller finds the lost cache worth it', async () => {
    let broken = true;
    const moody = generating('a', () => {
      if (broken) throw httpError(503);
      return answer('a again');
    });
    const health = createMemoryHealthStore({ clock: createTestClock() });
    const ask = async (mayReturn: boolean): Promise<string> => {
      broken = true;
      const options = {
        models: [moody, agentModel('b', 1)],
        stickiness: { mayReturn: () => mayReturn },
        health: { store: health },
      };
      const first = await runAgent(options);
      broken = false;
      const { text } = await generateText({
        model: createFallbackModel(options),
        messages: [
          { role: 'user', content: 'go' },
          ...first.responseMessages,
          { role: 'user', content: 'more' },
        ],
      });
      return text;
    };
    expect(await ask(false)).toBe('done by b');
    expect(await ask(true)).toBe('a again');
  });

  test('sticky for N calls or N seconds, then back; a new pin starts the counters anew', async () => {
    const clock = createTestClock();
    const dead = failing('a', () => httpError(503));
    const pins = createPinStore({ calls: 2, durationMs: 10_000, clock });
    const model = createFallbackModel({
      models: [dead, healthy('b')],
      stickiness: { pins, sessionOf: () => 'chat-7' },
      clock,
    });
    const deadCalls = async (): Promise<number> => {
      const before = dead.doGenerateCalls.length;
      await generateText({ model, prompt: 'hi' });
      return dead.doGenerateCalls.length - before;
    };
    const calls: number[] = [];
    for (let index = 0; index < 6; index++) calls.push(await deadCalls());
    expect(calls).toEqual([1, 0, 0, 1, 0, 0]);
    await deadCalls();
    await clock.advance(10_001);
    expect(await deadCalls()).toBe(1);
  });

  test('a pin survives a failover: whoever answers instead is pinned', async () => {
    const pins = createPinStore();
    let bDown = false;
    const model = createFallbackModel({
      models: [
        failing('a', () => httpError(503)),
        generating('b', () => {
          if (bDown) throw httpError(503);
          return answer('b');
        }),
        healthy('c'),
      ],
      stickiness: { pins, sessionOf: () => 's' },
    });
    await generateText({ model, prompt: 'hi' });
    bDown = true;
    await generateText({ model, prompt: 'hi' });
    expect(pins.use('s')).toBe('mock-provider:c');
  });

  test('a pin removed by a capacity filter stays removed', async () => {
    const pins = createPinStore();
    pins.pin('s', 'small');
    const model = createFallbackModel({
      models: [
        { id: 'first', model: healthy('first') },
        { id: 'small', model: healthy('small'), facts: { contextTokens: 5 } },
      ],
      stickiness: { pins, sessionOf: () => 's' },
    });
    expect((await generateText({ model, prompt: 'word '.repeat(50) })).text).toBe('text of first');
    expect(pins.use('s')).toBeUndefined();
  });

  test('reasoning blocks over several turns: kept for their own family, stripped for another', () => {
    const stamp = { fallback: { candidateId: 'x', family: 'anthropic' } };
    const prompt: LanguageModelV4Prompt = [
      {
        role: 'assistant',
        content: [
          {
            type: 'reasoning',
            text: 'hm',
            providerOptions: { ...stamp, anthropic: { signature: 'sig' } },
          },
          {
            type: 'text',
            text: 'hi',
            providerOptions: { ...stamp, openrouter: { reasoning_details: [{}], kept: 1 } },
          },
        ],
      },
      { role: 'assistant', content: [{ type: 'reasoning', text: 'unstamped' }] },
    ];
    expect(cleanPrompt(prompt, 'anthropic')).toBe(prompt);
    expect(cleanPrompt(prompt, 'openai')).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'hi', providerOptions: { ...stamp, openrouter: { kept: 1 } } },
        ],
      },
      prompt[1],
    ]);
  });

  test('the stamp comes back with the next step, in generate and in streams, and names the family', async () => {
    const asked: LanguageModelV4CallOptions[] = [];
    const model = createFallbackModel({ models: [agentModel('vendor/m', 1)] });
    const spy = createFallbackModel({
      models: [
        generating('vendor/m', (options) => {
          asked.push(options);
          return agentAnswer(options.prompt);
        }),
      ],
    });
    await generateText({ model: spy, prompt: 'go', tools, stopWhen: isStepCount(3) });
    const turn = asked[1]?.prompt.find(({ role }) => role === 'assistant');
    expect(turn).toMatchObject({
      content: [
        {
          providerOptions: {
            fallback: { candidateId: 'mock-provider:vendor/m', family: 'vendor' },
          },
        },
      ],
    });
    const result = streamText({
      model: createFallbackModel({ models: [healthy('vendor/s')] }),
      prompt: 'go',
    });
    expect((await result.content)[0]).toMatchObject({
      providerMetadata: { fallback: { family: 'vendor' } },
    });
    expect(model.modelId).toBe('chain');
  });

  test('tool results carried to the next candidate (+)', async () => {
    let step = 0;
    const firstStepOnly = generating('a', () => {
      step += 1;
      if (step > 1) throw httpError(503);
      return callLook;
    });
    const second = agentModel('b', 1);
    const { text } = await runAgent({ models: [firstStepOnly, second] });
    expect(text).toBe('done by b');
    expect(second.doGenerateCalls[0]?.prompt.at(-1)).toMatchObject({
      role: 'tool',
      content: [{ toolCallId: '1', output: { value: 'seen' } }],
    });
  });

  test('tool calls written as text are recognised, when judged', async () => {
    const written = healthy('a', '<tool_call>{"name":"look"}</tool_call>');
    const { text } = await runAgent({
      models: [written, healthy('b')],
      judge: { toolCallsAsText: true },
    });
    expect(text).toBe('text of b');
  });

  test('a bare media type is normalised and cache markers go only where they are known', async () => {
    const model = healthy('a');
    const chain = createFallbackModel({ models: [{ model, facts: { cacheMarkers: false } }] });
    await chain.doGenerate({
      prompt: [
        {
          role: 'user',
          content: [
            {
              type: 'file',
              mediaType: 'image',
              data: { type: 'url', url: new URL('https://example.com/x.png') },
            },
            {
              type: 'text',
              text: 'look',
              providerOptions: { openrouter: { cache_control: { type: 'ephemeral' } } },
            },
          ],
        },
      ],
    });
    expect(model.doGenerateCalls[0]?.prompt[0]?.content).toMatchObject([
      { mediaType: 'image/*' },
      { providerOptions: { openrouter: {} } },
    ]);
  });

  test('streamRetries: the repetition of a broken step goes to the next candidate, with a clean result', async () => {
    const first = streaming('a', () => [
      ...preamble('a'),
      ...textParts('Once').slice(0, 2),
      { type: 'error', error: 'cut' },
    ]);
    const second = healthy('b');
    const model = createFallbackModel({ models: [first, second] });
    const result = streamText({
      model,
      prompt: 'tell',
      streamRetries: 2,
      onError: () => undefined,
    });
    expect(await result.text).toBe('text of b');
    expect([first.doStreamCalls.length, second.doStreamCalls.length]).toEqual([1, 1]);
    const again = streamText({ model, prompt: 'tell', onError: () => undefined });
    await again.consumeStream();
    expect(first.doStreamCalls).toHaveLength(2);
  });

  test('continuation: a broken text goes on in one block, marked, in the report and with the text so far as prefill', async () => {
    const first = streaming('a', [
      ...preamble('a'),
      ...textParts('Once', ' upon').slice(0, 3),
      { type: 'error', error: 'cut' },
    ]);
    const second = streaming('c', [...preamble('c'), ...textParts(' a time.'), finish()]);
    const model = createFallbackModel({
      models: [
        first,
        { model: healthy('b') },
        { id: 'c', model: second, facts: { prefill: true } },
      ],
      continueText: true,
    });
    const result = streamText({ model, prompt: 'tell' });
    expect(await result.text).toBe('Once upon a time.');
    expect((await result.content).filter(({ type }) => type === 'text')).toHaveLength(1);
    expect(second.doStreamCalls[0]?.prompt.at(-1)).toEqual({
      role: 'assistant',
      content: [{ type: 'text', text: 'Once upon' }],
    });
    expect((await result.finalStep).providerMetadata?.['fallback']).toMatchObject({
      served: 'c',
      attempts: [
        { outcome: 'failed' },
        { outcome: 'skipped' },
        { outcome: 'served', continuation: true },
      ],
    });
  });

  test('continuation: never after a tool call, and an unanswered one surfaces the break itself', async () => {
    const withTool = streaming('a', [
      ...preamble('a'),
      ...textParts('Let me look.'),
      { type: 'tool-input-start', id: '1', toolName: 'look' },
      { type: 'error', error: 'cut' },
    ]);
    const prefill = { id: 'c', model: healthy('c'), facts: { prefill: true } };
    const errors: unknown[] = [];
    const options = {
      prompt: 'tell',
      tools,
      onError: ({ error }: { error: unknown }) => void errors.push(error),
    };
    await streamText({
      model: createFallbackModel({ models: [withTool, prefill], continueText: true }),
      ...options,
    }).consumeStream();
    expect([errors.length, prefill.model.doStreamCalls.length]).toEqual([1, 0]);
    const cut = streaming('a', [
      ...preamble('a'),
      ...textParts('Once').slice(0, 2),
      { type: 'error', error: 'cut' },
    ]);
    const deadToo = {
      id: 'd',
      model: failing('d', () => httpError(503)),
      facts: { prefill: true },
    };
    await streamText({
      model: createFallbackModel({ models: [cut, deadToo], continueText: true }),
      ...options,
    }).consumeStream();
    expect(errors).toHaveLength(2);
  });
});

function agentAnswer(prompt: LanguageModelV4Prompt): typeof callLook {
  return prompt.some(({ role }) => role === 'tool') ? answer('done') : callLook;
}
