import { generateText, streamText, wrapLanguageModel } from 'ai';
import { convertArrayToReadableStream, MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test, vi } from 'vitest';
import { answeringModel } from '../../test/mock-models.ts';
import {
  memoryOf,
  observedAt,
  remembering,
  stop,
  streamParts,
  tom,
  usage,
  userTexts,
} from '../../test/remembering.ts';
import type { MemoryBackend } from '../backend/memory-backend.ts';
import { localMemory } from '../local/local-memory.ts';
import { memoryMiddleware } from './memory-middleware.ts';

describe('recall', () => {
  test('puts what is known before the words of the user, and leaves all before them as it was', async () => {
    const inner = answeringModel('Lisbon.');
    const { model, events } = remembering(inner, {
      memory: await memoryOf('My sister lives in Lisbon'),
    });

    await generateText({
      model,
      instructions: 'Be brief.',
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hi' },
        { role: 'user', content: 'Where does my sister live?' },
      ],
    });

    const prompt = inner.doGenerateCalls[0]?.prompt;
    const [block, words] = userTexts(prompt);
    expect(block).toContain('- 2026-03-01, the user said: "My sister lives in Lisbon"');
    expect(words).toBe('Where does my sister live?');
    expect(JSON.stringify(prompt?.slice(0, 3))).not.toContain('recalled_memory');
    expect(events[0]).toMatchObject({ type: 'recalled', memoryCount: 1 });
  });

  test('stands between tags that differ from one middleware to the next', async () => {
    const tags = await Promise.all(
      [1, 2].map(async () => {
        const inner = answeringModel('Lisbon.');
        const { model } = remembering(inner, { memory: await memoryOf('I live in Lisbon') });
        await generateText({ model, prompt: 'Where do I live?' });
        return /<recalled_memory_\w+>/.exec(
          userTexts(inner.doGenerateCalls[0]?.prompt)[0] ?? '',
        )?.[0];
      }),
    );
    expect(tags[0]).toBeDefined();
    expect(tags[0]).not.toBe(tags[1]);
  });

  test('leaves the call as it is where nothing is known', async () => {
    const inner = answeringModel('Hm.');
    const { model } = remembering(inner, { memory: await memoryOf() });

    await generateText({ model, prompt: 'Where does my sister live?' });

    expect(userTexts(inner.doGenerateCalls[0]?.prompt)).toEqual(['Where does my sister live?']);
  });

  test('keeps to its budget of tokens', async () => {
    const inner = answeringModel('Hm.');
    const memories = Array.from(
      { length: 20 },
      (_, index) => `Sister fact ${index} ${'long '.repeat(40)}`,
    );
    const { model, events } = remembering(inner, {
      memory: await memoryOf(...memories),
      recall: { topK: 20, maxTokens: 300 },
    });

    await generateText({ model, prompt: 'sister' });

    expect(events[0]).toMatchObject({ type: 'recalled' });
    expect((userTexts(inner.doGenerateCalls[0]?.prompt)[0] ?? '').length / 4).toBeLessThan(301);
  });

  test('does not repeat what stands in the prompt already', async () => {
    const inner = answeringModel('Hm.');
    const { model } = remembering(inner, { memory: await memoryOf('My sister lives in "Lisbon"') });

    await generateText({
      model,
      messages: [
        { role: 'user', content: 'My sister lives in "Lisbon"' },
        { role: 'assistant', content: 'Nice' },
        { role: 'user', content: 'Where does my sister live?' },
      ],
    });

    expect(JSON.stringify(inner.doGenerateCalls)).not.toContain('recalled_memory');
  });

  test.each([
    { name: 'hangs', search: async () => new Promise<never>(() => {}), reason: 'timeout' },
    { name: 'fails', search: async () => Promise.reject(new Error('down')), reason: 'error' },
    {
      name: 'throws at once',
      search: () => {
        throw new Error('down');
      },
      reason: 'error',
    },
  ])('that $name costs a stream no more than its time limit', async ({ search, reason }) => {
    const inner = new MockLanguageModelV4({
      doStream: async () => ({ stream: convertArrayToReadableStream(streamParts('Hel', 'lo')) }),
    });
    const { model, events } = remembering(inner, {
      memory: { ...(await memoryOf()), search },
      recall: { timeoutMs: 20 },
    });

    expect(await streamText({ model, prompt: 'Hello?' }).text).toBe('Hello');
    expect(events[0]).toMatchObject({ type: 'recall-failed', reason });
  });

  test('is given up when the call is aborted', async () => {
    const controller = new AbortController();
    const memory: MemoryBackend = {
      ...(await memoryOf()),
      search: async ({ abortSignal }) => {
        controller.abort(new Error('enough'));
        return new Promise((_resolve, reject) => {
          abortSignal?.addEventListener('abort', () => reject(abortSignal.reason));
          if (abortSignal?.aborted === true) reject(abortSignal.reason);
        });
      },
    };
    const { model, events } = remembering(answeringModel('x'), { memory });

    await generateText({ model, prompt: 'Hi', abortSignal: controller.signal }).catch(() => {});
    expect(events[0]).toMatchObject({ type: 'recall-failed', reason: 'aborted' });
  });
});

describe('storing', () => {
  test('happens at the end of a stream, without its own block, and is found by the next call', async () => {
    const memory = await memoryOf('I live in Lisbon');
    const inner = new MockLanguageModelV4({
      doStream: async ({ prompt }) => ({
        // A model that says everything again that it was shown.
        stream: convertArrayToReadableStream(streamParts(userTexts(prompt)[0] ?? '', '\nNoted.')),
      }),
    });
    const { model, middleware } = remembering(inner, { memory });

    await streamText({ model, prompt: 'Where I live the sea is near.' }).consumeStream();
    await middleware.flush();

    const list = await memory.list({ scope: tom, limit: 9 });
    expect(list.map(({ text, attributedTo }) => [attributedTo, text])).toEqual([
      ['user', 'I live in Lisbon'],
      ['user', 'Where I live the sea is near.'],
      ['assistant', 'Noted.'],
    ]);
  });

  test('never delays an answer, and is handed to waitUntil', async () => {
    const finish: (() => void)[] = [];
    const waiting: Promise<void>[] = [];
    const memory: MemoryBackend = {
      ...(await memoryOf()),
      add: async () =>
        new Promise((resolve) => {
          finish.push(() => resolve({ type: 'stored', memories: [] }));
        }),
    };
    const { model, middleware, events } = remembering(answeringModel('Hi'), {
      memory,
      waitUntil: (work) => waiting.push(work),
    });

    const { text } = await generateText({ model, prompt: 'Hello' });
    expect(text).toBe('Hi');
    expect(waiting).toHaveLength(1);
    expect(events.some(({ type }) => type === 'stored')).toBe(false);

    await vi.waitFor(() => {
      for (const resolve of finish) resolve();
      expect(events.some(({ type }) => type === 'stored')).toBe(true);
    });
    await middleware.flush();
  });

  test('that fails is an event and costs the call nothing', async () => {
    const memory: MemoryBackend = {
      ...(await memoryOf()),
      add: async () => Promise.reject(new Error('cannot keep "I like tea a lot"')),
    };
    const { model, middleware, events } = remembering(answeringModel('Hi'), { memory });

    await generateText({ model, prompt: 'I like tea a lot' });
    await middleware.flush();

    expect(events.at(-1)).toMatchObject({ type: 'store-failed' });
    expect(JSON.stringify(events)).not.toContain('tea');
  });

  test.each([
    { name: 'that failed', finishReason: { unified: 'error', raw: 'error' } },
    { name: 'that was interrupted', finishReason: { unified: 'interrupted', raw: undefined } },
  ] as const)('leaves out an answer $name', async ({ finishReason }) => {
    const memory = await memoryOf();
    const { model, middleware } = remembering(answeringModel('Hi', { finishReason }), { memory });

    await generateText({ model, prompt: 'Hello' });
    await middleware.flush();

    expect(await memory.list({ scope: tom, limit: 9 })).toEqual([]);
  });

  test('leaves out a stream that breaks off', async () => {
    const memory = await memoryOf();
    const inner = new MockLanguageModelV4({
      doStream: async () => ({
        stream: convertArrayToReadableStream(streamParts('Hal').slice(0, 3)),
      }),
    });
    const { model, middleware } = remembering(inner, { memory });

    await streamText({ model, prompt: 'Hello', onError: () => {} }).consumeStream();
    await middleware.flush();

    expect(await memory.list({ scope: tom, limit: 9 })).toEqual([]);
  });

  test('keeps only what redact lets through', async () => {
    const memory = await memoryOf();
    const { model, middleware } = remembering(answeringModel('Ok'), {
      memory,
      store: { redact: (messages) => messages.filter(({ role }) => role === 'user') },
    });

    await generateText({ model, prompt: 'Hello' });
    await middleware.flush();

    expect(await memory.list({ scope: tom, limit: 9 })).toMatchObject([{ text: 'Hello' }]);
  });
});

describe('the scope', () => {
  test('comes from the call where it names one, so that one wrapped model serves many users', async () => {
    const memory = await memoryOf('I live in Lisbon');
    const inner = answeringModel('Hm');
    const { model, middleware } = remembering(inner, { memory });

    await generateText({
      model,
      prompt: 'Where do I live?',
      providerOptions: { memory: { scope: { userId: 'eve' } } },
    });
    await middleware.flush();

    expect(JSON.stringify(inner.doGenerateCalls)).not.toContain('Lisbon');
    expect(await memory.list({ scope: { userId: 'eve' }, limit: 9 })).toHaveLength(2);
  });

  test.each([
    { name: 'misspelt', memory: { scop: { userId: 'eve' } } },
    { name: 'empty', memory: { scope: {} } },
    { name: 'no text', memory: { scope: { userId: 7 } } },
  ])('that is $name turns memory off for the call, and is told once', async (providerOptions) => {
    const backend = await memoryOf('I live in Lisbon');
    const inner = answeringModel('Hm');
    const { model, middleware, events } = remembering(inner, { memory: backend });
    const { name: _name, ...options } = providerOptions;

    await generateText({ model, prompt: 'Where do I live?', providerOptions: options });
    await generateText({ model, prompt: 'Where do I live?', providerOptions: options });
    await middleware.flush();

    expect(events).toMatchObject([{ type: 'skipped', reason: 'invalid-options' }]);
    expect(JSON.stringify(inner.doGenerateCalls)).not.toContain('Lisbon');
    expect(await backend.list({ scope: tom, limit: 9 })).toHaveLength(1);
  });

  test('that nobody gives is a warning and no failure', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const middleware = memoryMiddleware({ memory: await memoryOf() });
    const model = wrapLanguageModel({ model: answeringModel('Hi'), middleware });

    expect((await generateText({ model, prompt: 'Hello' })).text).toBe('Hi');
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});

describe('a call', () => {
  test('may leave memory alone', async () => {
    const memory = await memoryOf('I live in Lisbon');
    const inner = answeringModel('Hm');
    const { model, middleware } = remembering(inner, { memory });

    await generateText({
      model,
      prompt: 'Where do I live?',
      providerOptions: { memory: { recall: false, store: false } },
    });
    await middleware.flush();

    expect(JSON.stringify(inner.doGenerateCalls)).not.toContain('Lisbon');
    expect(await memory.list({ scope: tom, limit: 9 })).toHaveLength(1);
  });

  test('with two hundred others at the same time gets its own memories only', async () => {
    const memory = localMemory();
    const inner = new MockLanguageModelV4({
      doGenerate: async ({ prompt }) => ({
        content: [{ type: 'text', text: userTexts(prompt).join('\n') }],
        finishReason: stop,
        usage,
        warnings: [],
      }),
    });
    const { model, middleware } = remembering(inner, { memory });
    const users = Array.from({ length: 200 }, (_, index) => `user-${index}`);
    await Promise.all(
      users.map(async (userId) =>
        memory.add({
          scope: { userId },
          observedAt,
          messages: [{ role: 'user', content: `My secret word is ${userId}` }],
        }),
      ),
    );

    const answers = await Promise.all(
      users.map(async (userId) =>
        generateText({
          model,
          prompt: 'What is my secret word?',
          providerOptions: { memory: { scope: { userId } } },
        }),
      ),
    );
    await middleware.flush();

    for (const [index, { text }] of answers.entries()) {
      expect(text.match(/user-\d+/g)).toEqual([`user-${index}`]);
    }
  });
});
