import { APICallError } from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { MockLanguageModelV3, MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test, vi } from 'vitest';
import { answeringModel, extractingModel, failingModel } from '../../test/mock-models.ts';
import type { Attempt } from './attempt.ts';
import { createMem0Llm } from './create-mem0-llm.ts';
import type { Mem0LlmUsage } from '../backend/mem0-llm-usage.ts';

const json = { type: 'json_object' };
const messages = [
  { role: 'system', content: 'Extract memories.' },
  { role: 'user', content: 'user: I live in Lisbon with my sister' },
];

describe('the request', () => {
  test('asks for the strict schema at temperature 0 with a bounded answer', async () => {
    const model = extractingModel('Lives in Lisbon');
    const providerOptions = { openrouter: { provider: { require_parameters: true } } };

    await createMem0Llm({ model, providerOptions }).generateResponse(messages, json);

    expect(model.doGenerateCalls[0]).toMatchObject({
      temperature: 0,
      maxOutputTokens: 4096,
      providerOptions,
      prompt: [
        { role: 'system', content: 'Extract memories.' },
        {
          role: 'user',
          content: [{ type: 'text', text: 'user: I live in Lisbon with my sister' }],
        },
      ],
      responseFormat: {
        type: 'json',
        schema: { additionalProperties: false, required: ['memory'] },
      },
    });
  });

  test('asks for text where Mem0 wants text', async () => {
    const model = answeringModel('A short answer');
    const llm = createMem0Llm({ model });

    expect(await llm.generateResponse(messages)).toBe('A short answer');
    expect(await llm.generateChat([...messages, { role: 'assistant', content: 'Go on' }])).toEqual({
      role: 'assistant',
      content: 'A short answer',
    });
    expect(model.doGenerateCalls.map(({ responseFormat }) => responseFormat)).toEqual([
      { type: 'text' },
      { type: 'text' },
    ]);
  });

  test('is refused with tools, which no answer of the port could use', async () => {
    const llm = createMem0Llm({ model: answeringModel('') });

    await expect(llm.generateResponse(messages, json, [{}])).rejects.toThrow('tools');
  });

  test('cannot be made without a model', () => {
    expect(() => createMem0Llm({ models: [] })).toThrow('at least one AI SDK model');
  });
});

describe('the answer', () => {
  test.each([
    { name: 'a code fence', text: '```json\n{"memory": [{"id": "0", "text": "A"}]}\n```' },
    {
      name: 'reasoning first',
      text: '<think>{hm}</think>\n{"memory": [{"id": "0", "text": "A"}]}',
    },
    {
      name: 'a number as id',
      text: '{"memory": [{"id": 0, "text": "A", "attributed_to": "both"}]}',
    },
  ])('is understood with $name', async ({ text }) => {
    const answer = await createMem0Llm({ model: answeringModel(text) }).generateResponse(
      messages,
      json,
    );

    expect(JSON.parse(answer)).toEqual({ memory: [{ id: '0', text: 'A' }] });
  });

  test('may come from an already-wrapped model', async () => {
    const model = wrapLanguageModel({
      model: failingModel(500),
      middleware: {
        specificationVersion: 'v4',
        wrapGenerate: async ({ params }) => answeringModel('{"memory": []}').doGenerate(params),
      },
    });

    expect(await createMem0Llm({ model }).generateResponse(messages, json)).toBe('{"memory":[]}');
  });

  test('may come from a model of an older specification', async () => {
    const model = new MockLanguageModelV3({
      doGenerate: {
        content: [{ type: 'text', text: '{"memory": []}' }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      },
    });

    expect(await createMem0Llm({ model }).generateResponse(messages, json)).toBe('{"memory":[]}');
  });

  test.each([
    { name: 'at the token limit', unified: 'length', raw: 'length' },
    { name: 'without a reason', unified: 'other', raw: undefined },
    { name: 'by an error of the provider', unified: 'other', raw: 'error' },
    { name: 'by an interruption', unified: 'interrupted', raw: undefined },
  ] as const)('in plain text that was cut off $name is not used', async ({ unified, raw }) => {
    const model = answeringModel('Half an ans', { finishReason: { unified, raw } });

    const chat = createMem0Llm({ model }).generateChat(messages);
    await expect(chat).rejects.toMatchObject({ isRetryable: false });
    await expect(chat).rejects.toThrow('truncated');
  });
});

describe('an answer that runs into its limit', () => {
  const half = '{"memory": [{"id": "0", "text": "Lives in Lis';
  const length = { unified: 'length', raw: 'length' } as const;

  /** A model whose answer needs so many tokens. */
  function longWindedModel(neededTokens: number): MockLanguageModelV4 {
    const whole = extractingModel('Lives in Lisbon');
    const cut = answeringModel(half, { finishReason: length });
    return new MockLanguageModelV4({
      modelId: `needs-${neededTokens}`,
      doGenerate: async (options) =>
        ((options.maxOutputTokens ?? 0) >= neededTokens ? whole : cut).doGenerate(options),
    });
  }

  test('is asked for once more with twice the room, and each attempt tells its limit', async () => {
    const [first, second] = [longWindedModel(8192), extractingModel('A')];
    const attempts: Attempt[] = [];
    const llm = createMem0Llm({
      models: [first, second],
      onAttempt: (attempt) => attempts.push(attempt),
    });

    expect(await llm.generateResponse(messages, json)).toContain('Lives in Lisbon');
    expect(limits(first)).toEqual([4096, 8192]);
    expect(second.doGenerateCalls).toEqual([]);
    expect(attempts).toMatchObject([
      { outcome: 'failed', maxOutputTokens: 4096, failure: { class: 'truncated' } },
      { outcome: 'served', maxOutputTokens: 8192 },
    ]);
  });

  test('makes way to the next model when twice the room is not enough, which gets that at once', async () => {
    const [first, second] = [longWindedModel(99_999), longWindedModel(200)];
    const llm = createMem0Llm({ models: [first, second], maxOutputTokens: 100 });

    expect(await llm.generateResponse(messages, json)).toContain('Lives in Lisbon');
    expect(limits(first)).toEqual([100, 200]);
    expect(limits(second)).toEqual([200]);
  });

  test('is doubled once a request and never further, whatever the models do', async () => {
    const models = [longWindedModel(99_999), failingModel(503), longWindedModel(99_999)];
    const llm = createMem0Llm({ models, maxOutputTokens: 100 });

    const error: unknown = await llm
      .generateResponse(messages, json)
      .catch((reason: unknown) => reason);
    expect(models.map(limits)).toEqual([[100, 200], [200], [200]]);
    expect(String(error)).toContain('truncated at 200 tokens');
    await expect(llm.generateResponse(messages, json)).rejects.toThrow('truncated');
    expect(limits(models[0] ?? failingModel(0)).slice(2)).toEqual([100, 200]);
  });

  test('may be one that holds nothing, where a model thought for too long', async () => {
    const silent = answeringModel('', { finishReason: length });
    await expect(
      createMem0Llm({ model: silent, maxOutputTokens: 50 }).generateResponse(messages, json),
    ).rejects.toMatchObject({ attempts: [{ failure: { class: 'empty' } }, {}] });
    expect(limits(silent)).toEqual([50, 100]);
  });

  test('is not repeated where the answer broke off for another reason', async () => {
    const broken = answeringModel(half, { finishReason: { unified: 'other', raw: undefined } });
    await expect(
      createMem0Llm({ model: broken }).generateResponse(messages, json),
    ).rejects.toMatchObject({ attempts: { length: 1 } });
  });

  test('gives its whole items at last, of the attempt that had the most', async () => {
    const facts = ['{"id": "0", "text": "fact 0"},', '{"id": "1", "text": "fact 1"},'];
    const answers = [facts[0], facts.join('')];
    const model = new MockLanguageModelV4({
      doGenerate: async (options) =>
        answeringModel(`{"memory": [${answers.shift() ?? ''}{"id`, {
          finishReason: length,
        }).doGenerate(options),
    });
    const answer = await createMem0Llm({ model, salvage: true }).generateResponse(messages, json);
    expect(answer).toContain('fact 1');
  });
});

describe('the reports', () => {
  test('tell every attempt, and the usage of those that were billed', async () => {
    const attempts: Attempt[] = [];
    const usages: Mem0LlmUsage[] = [];
    let nowMs = Date.UTC(2026, 0, 1);
    const llm = createMem0Llm({
      models: [
        failingModel(402),
        answeringModel('prose'),
        extractingModel('A'),
        answeringModel(''),
      ],
      onAttempt: (attempt) => attempts.push(attempt),
      onUsage: (usage) => usages.push(usage),
      now: () => (nowMs += 5),
    });

    await llm.generateResponse(messages, json);

    expect(attempts).toMatchObject([
      {
        modelId: 'failing-402',
        outcome: 'failed',
        failure: { class: 'call-error', status: 402, isRetryable: false },
        startedAt: '2026-01-01T00:00:00.005Z',
        durationMs: 5,
      },
      { modelId: 'answering', outcome: 'failed', failure: { class: 'invalid-output' } },
      { modelId: 'extracting', outcome: 'served', durationMs: 5 },
    ]);
    expect(usages).toMatchObject([
      { modelId: 'answering', outcome: 'failed', usage: { raw: { cost: 0.001 } } },
      { modelId: 'extracting', outcome: 'served', usage: { raw: { cost: 0.001 } } },
    ]);
  });

  test('name the model that the server says answered', async () => {
    const onUsage = vi.fn<(usage: Mem0LlmUsage) => void>();
    const model = wrapLanguageModel({
      model: extractingModel('A'),
      middleware: {
        specificationVersion: 'v4',
        wrapGenerate: async ({ doGenerate }) => ({
          ...(await doGenerate()),
          response: { modelId: 'served/model' },
          providerMetadata: { route: { attempts: 2 } },
        }),
      },
    });

    await createMem0Llm({ model, onUsage }).generateResponse(messages, json);

    expect(onUsage.mock.calls[0]?.[0]).toMatchObject({
      modelId: 'served/model',
      providerMetadata: { route: { attempts: 2 } },
    });
  });

  test('cost no memory when a listener throws', async () => {
    const broken = vi.fn<() => void>().mockThrow(new Error('listener'));
    const llm = createMem0Llm({ model: extractingModel('A'), onAttempt: broken, onUsage: broken });

    expect(await llm.generateResponse(messages, json)).toContain('"A"');
    expect(broken).toHaveBeenCalledTimes(2);
  });
});

describe('a failure', () => {
  test('of a model that stays silent comes at the deadline, and aborts the call', async () => {
    let signal: AbortSignal | undefined;
    const silent = new MockLanguageModelV4({
      modelId: 'silent',
      async doGenerate({ abortSignal }) {
        signal = abortSignal;
        return new Promise(() => {});
      },
    });

    await expect(
      createMem0Llm({ model: silent, timeoutMs: 5 }).generateResponse(messages, json),
    ).rejects.toMatchObject({
      isRetryable: true,
      attempts: [
        { modelId: 'silent', failure: { class: 'timeout', message: 'no answer within 5 ms' } },
      ],
    });
    expect(signal?.aborted).toBe(true);
  });

  test('to answer in time is told as that, also where the work ends with another error', async () => {
    const late = new MockLanguageModelV4({
      doGenerate: async ({ abortSignal }) =>
        new Promise((_resolve, reject) => {
          abortSignal?.addEventListener('abort', () => reject(new Error('socket closed')));
        }),
    });
    const short = [{ role: 'user', content: 'hi' }];

    await expect(
      createMem0Llm({ model: late, timeoutMs: 5 }).generateResponse(short, json),
    ).rejects.toMatchObject({
      attempts: [{ failure: { class: 'timeout', message: 'no answer within 5 ms' } }],
    });
  });

  test('is read from the body where the response itself was a 200', async () => {
    const model = throwing(
      new APICallError({
        message: 'Rate limited upstream',
        url: 'https://models.invalid',
        requestBodyValues: {},
        statusCode: 200,
        isRetryable: false,
        data: { code: 429, message: 'Rate limited upstream' },
      }),
    );

    await expect(createMem0Llm({ model }).generateResponse(messages, json)).rejects.toMatchObject({
      statusCode: 429,
      isRetryable: true,
    });
  });

  test.each([
    { name: 'the prompt', message: 'Refused at "in Lisbon with my"', secret: 'Lisbon' },
    { name: 'a key', message: 'Incorrect API key sk-or-v1-0123456789', secret: '0123456789' },
  ])('does not repeat $name that the error quotes', async ({ message, secret }) => {
    const error: unknown = await createMem0Llm({ model: failingModel(400, message) })
      .generateResponse(messages, json)
      .catch((reason: unknown) => reason);

    expect(error).toMatchObject({ statusCode: 400, isRetryable: false });
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  });

  test('of something that is no error names its type', async () => {
    const model = throwing('secret');

    await expect(createMem0Llm({ model }).generateResponse(messages, json)).rejects.toMatchObject({
      attempts: [{ failure: { message: 'a string was thrown instead of an error' } }],
    });
  });
});

function throwing(error: unknown): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    doGenerate: async () => {
      throw error;
    },
  });
}

function limits(model: MockLanguageModelV4): (number | undefined)[] {
  return model.doGenerateCalls.map(({ maxOutputTokens }) => maxOutputTokens);
}
