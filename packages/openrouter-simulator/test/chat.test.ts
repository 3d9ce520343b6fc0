import {
  APICallError,
  generateText,
  jsonSchema,
  Output,
  stepCountIs,
  streamText,
  tool,
  type UserContent,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SIMULATED_MARK } from '../src/index.ts';
import { MODEL, simulated } from './provider.ts';

/** A one-pixel image. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The first line of a PDF file. */
const PDF = 'JVBERi0xLjQK';

const weather = tool({
  description: 'The weather in a city',
  inputSchema: z.object({ city: z.string(), unit: z.enum(['celsius', 'fahrenheit']) }),
  execute: ({ city }) => Promise.resolve({ city, temperature: 21 }),
});

describe('chat through the real provider', () => {
  it('answers generateText with a marked text, usage and the exact cost', async () => {
    const { simulator, openrouter } = simulated();
    const result = await generateText({ model: openrouter(MODEL), prompt: 'What is a monad?' });

    expect(result.text.startsWith(SIMULATED_MARK)).toBe(true);
    expect(result.response.modelId).toBe(MODEL);
    const raw = z
      .object({ prompt_tokens: z.number(), completion_tokens: z.number(), cost: z.number() })
      .parse(result.usage.raw);
    const listed = simulator.catalog.models().find((model) => model.id === MODEL)?.pricing;
    expect(raw.cost).toBeCloseTo(
      raw.prompt_tokens * Number(listed?.prompt) +
        raw.completion_tokens * Number(listed?.completion),
      12,
    );
    expect(simulator.requests()).toMatchObject([
      {
        modelAsked: MODEL,
        modelServed: MODEL,
        status: 200,
        outcome: 'served',
        costUsd: String(raw.cost),
      },
    ]);
  });

  it('streams the same text that it would send whole', async () => {
    const { simulator, openrouter } = simulated();
    const whole = await generateText({ model: openrouter(MODEL), prompt: 'Name three rivers.' });
    const stream = streamText({ model: openrouter(MODEL), prompt: 'Name three rivers.' });
    const pieces: string[] = [];
    for await (const piece of stream.textStream) pieces.push(piece);

    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toBe(whole.text);
    expect((await stream.usage).raw).toEqual(whole.usage.raw);
    expect(simulator.requests().map((request) => request.stream)).toEqual([false, true]);
  });

  it('sends the same parts however the bytes are cut and the lines are ended', async () => {
    const asked = { prompt: '用繁體中文說明什麼是河流，謝謝。' };
    const whole = await streamText({ model: simulated().openrouter(MODEL), ...asked }).text;
    const cut = await streamText({
      model: simulated({ splitBytes: 1 }).openrouter(MODEL),
      ...asked,
    }).text;
    expect(cut).toBe(whole);
    const ended = simulated({ splitBytes: 7, lineEnding: '\r\n' }).openrouter(MODEL);
    expect(await streamText({ model: ended, ...asked }).text).toBe(whole);
  });

  it('runs a tool loop: a call with valid arguments, then an answer that speaks of the result', async () => {
    const { openrouter } = simulated();
    const result = await generateText({
      model: openrouter(MODEL),
      prompt: 'How is the weather in Paris today?',
      tools: { weather },
      stopWhen: stepCountIs(3),
    });
    expect(result.steps.map((step) => step.finishReason)).toEqual(['tool-calls', 'stop']);
    expect(result.steps[0]?.toolCalls[0]).toMatchObject({
      toolName: 'weather',
      input: { city: 'Paris', unit: 'celsius' },
    });
    expect(result.text).toContain('"temperature":21');
  });

  it.each([
    ['auto, on small talk', 'auto', 0],
    ['none', 'none', 0],
    ['required', 'required', 1],
    ['a named tool', { type: 'tool', toolName: 'weather' }, 1],
  ] as const)(
    'makes the tool calls that tool choice asks for: %s',
    async (_name, toolChoice, calls) => {
      const { openrouter } = simulated();
      const result = await generateText({
        model: openrouter(MODEL),
        prompt: 'Hello!',
        tools: { weather },
        toolChoice,
      });
      expect(result.toolCalls).toHaveLength(calls);
    },
  );

  it('streams a tool call whose arguments come in pieces', async () => {
    const { openrouter } = simulated();
    const result = streamText({
      model: openrouter(MODEL),
      prompt: 'weather in Rome please',
      tools: { weather },
    });
    expect(await result.toolCalls).toMatchObject([
      { toolName: 'weather', input: { city: 'Rome' } },
    ]);
  });

  it('answers Output.object with an instance of the schema', async () => {
    const { openrouter } = simulated();
    const schema = z.object({
      title: z.string().min(3).max(20),
      rating: z.number().int().min(1).max(5),
      kind: z.enum(['a', 'b']),
      tags: z.array(z.string()).min(2),
      author: z.object({ email: z.email() }).nullable(),
    });
    const result = await generateText({
      model: openrouter(MODEL),
      prompt: 'Review this book.',
      output: Output.object({ schema }),
    });
    expect(schema.safeParse(result.output).success).toBe(true);
  });

  it('extracts memories from what the user said, by its documented rule', async () => {
    const { openrouter } = simulated();
    const memory = jsonSchema<{ memory: { id: string; text: string; attributed_to: string }[] }>({
      type: 'object',
      required: ['memory'],
      properties: {
        memory: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'text', 'attributed_to'],
            properties: {
              id: { type: 'string' },
              text: { type: 'string' },
              attributed_to: { enum: ['user', 'assistant'] },
              linked_memory_ids: { type: 'array', items: { type: 'string' } },
            },
          },
        },
      },
    });
    const result = await generateText({
      model: openrouter(MODEL),
      prompt: [
        '## Existing Memories',
        'User is a nurse.',
        '## New Messages',
        'user: Hi! I am a nurse. My sister lives in Lisbon. What should I cook?',
        'assistant: I like pasta.',
        '## Observation Date',
        'I was never said by anybody.',
      ].join('\n'),
      output: Output.object({ schema: memory }),
    });
    expect(result.output.memory.map((fact) => fact.text)).toEqual([
      "User's sister lives in Lisbon.",
    ]);
  });

  it('calls several tools at once where parallel calls are on', async () => {
    const { openrouter } = simulated();
    const time = tool({
      description: 'The time in a city',
      inputSchema: z.object({ city: z.string() }),
      execute: () => Promise.resolve('12:00'),
    });
    const result = await generateText({
      model: openrouter(MODEL, { parallelToolCalls: true }),
      prompt: 'What are the weather and the time in Rome?',
      tools: { weather, time },
    });
    expect(result.toolCalls.map((call) => call.toolName).toSorted()).toEqual(['time', 'weather']);
  });

  it('takes a PDF, and charges for the parser that reads it', async () => {
    const { openrouter } = simulated();
    const ask = async (engine: 'mistral-ocr' | 'native'): Promise<number> => {
      const result = await generateText({
        model: openrouter(MODEL, { plugins: [{ id: 'file-parser', pdf: { engine } }] }),
        messages: [
          { role: 'user', content: [{ type: 'file', data: PDF, mediaType: 'application/pdf' }] },
        ],
      });
      return z.object({ cost: z.number() }).parse(result.usage.raw).cost;
    };
    expect((await ask('mistral-ocr')) - (await ask('native'))).toBeCloseTo(0.002, 12);
  });

  it('counts an image and says that it came', async () => {
    const { openrouter } = simulated();
    const ask = (content: UserContent): ReturnType<typeof generateText> =>
      generateText({
        model: openrouter(MODEL),
        messages: [{ role: 'user', content }],
      });
    const text = { type: 'text', text: 'What is this?' } as const;
    const without = await ask([text]);
    const withImage = await ask([text, { type: 'file', data: PIXEL, mediaType: 'image/png' }]);
    expect(withImage.text).toContain('1 attachment');
    expect((withImage.usage.inputTokens ?? 0) - (without.usage.inputTokens ?? 0)).toBe(258);
  });

  it('gives reasoning where it is asked for, and counts it', async () => {
    const { openrouter } = simulated();
    const result = await generateText({
      model: openrouter(MODEL, { reasoning: { effort: 'low' } }),
      prompt: 'Why is the sky blue?',
    });
    expect(result.reasoningText).toContain('[simulated reasoning]');
    expect(result.usage.outputTokenDetails.reasoningTokens).toBeGreaterThan(10);
  });

  it.each([
    ['請用繁體中文介紹台北這個城市', '沒有真正的模型執行'],
    ['请用简体中文介绍北京这个城市', '没有真正的模型运行'],
    ['Write a Python function that adds', '```python'],
    ['用 TypeScript 寫一個函式，謝謝', '```ts'],
  ])('answers %j in kind', async (prompt, expected) => {
    const { text } = await generateText({ model: simulated().openrouter(MODEL), prompt });
    expect(text).toContain(expected);
  });

  it('cuts the answer at max_tokens and says so', async () => {
    const result = await generateText({
      model: simulated().openrouter(MODEL),
      prompt: 'Tell me everything.',
      maxOutputTokens: 6,
    });
    expect(result.finishReason).toBe('length');
    expect(result.usage.outputTokens).toBeLessThanOrEqual(6);
  });
});

describe('errors through the real provider', () => {
  it('refuses an unknown model as OpenRouter does', async () => {
    const { openrouter } = simulated();
    const error: unknown = await generateText({
      model: openrouter('no/such-model'),
      prompt: 'x',
    }).catch((caught: unknown) => caught);
    expect(APICallError.isInstance(error) && error).toMatchObject({
      statusCode: 400,
      isRetryable: false,
      message: 'no/such-model is not a valid model ID',
      data: { error: { availability: { code: 'model_not_found', retryable: false } } },
    });
  });

  it('refuses tools where the model takes none', async () => {
    const catalog = {
      data: [
        { id: 'a/plain', pricing: { prompt: '0.1', completion: '0.1' }, supported_parameters: [] },
      ],
    };
    const { openrouter } = simulated({ catalog });
    await expect(
      generateText({ model: openrouter('a/plain'), prompt: 'x', tools: { weather } }),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it('sends a status fault as often as it is told, and then answers', async () => {
    const { simulator, openrouter } = simulated({
      faults: [{ model: MODEL, type: 'status', status: 429, retryAfterSeconds: 7, times: 1 }],
    });
    const ask = (): ReturnType<typeof generateText> =>
      generateText({ model: openrouter(MODEL), prompt: 'x', maxRetries: 0 });
    const error: unknown = await ask().catch((caught: unknown) => caught);
    expect(APICallError.isInstance(error) && error).toMatchObject({
      statusCode: 429,
      isRetryable: true,
      responseHeaders: { 'retry-after': '7' },
      data: { error: { metadata: { error_type: 'rate_limit_exceeded', provider_name: 'Google' } } },
    });
    expect((await ask()).text).toContain(SIMULATED_MARK);
    expect(
      simulator.requests().map(({ status, faults, costUsd }) => [status, faults, costUsd !== '0']),
    ).toEqual([
      [429, ['status'], false],
      [200, [], true],
    ]);
  });

  it('needs a key, and only one it knows when keys are given', async () => {
    const { openrouter } = simulated({ apiKeys: [{ key: 'sk-other' }] });
    await expect(generateText({ model: openrouter(MODEL), prompt: 'x' })).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  it('logs a caller who leaves a stream as cancelled, with what was sent until then', async () => {
    const { simulator, openrouter } = simulated({
      faults: [{ type: 'stall', at: 'after-content' }],
    });
    const caller = new AbortController();
    const stream = streamText({
      model: openrouter(MODEL),
      prompt: 'Tell me a long story.',
      abortSignal: caller.signal,
      onError: () => undefined,
    });
    for await (const piece of stream.textStream) if (piece !== '') caller.abort();
    await expect.poll(() => simulator.requests()[0]?.outcome).toBe('cancelled');
    const { usage, costUsd } = simulator.requests()[0] ?? {};
    expect(usage?.completionTokens).toBeLessThan(28);
    expect(usage?.completionTokens).toBeGreaterThan(0);
    expect(Number(costUsd)).toBeGreaterThan(0);
  });
});

describe('the simulator under load', () => {
  it('answers 200 concurrent calls, each its own', async () => {
    const { simulator, openrouter } = simulated();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        generateText({ model: openrouter(MODEL), prompt: `call number ${index}.` }),
      ),
    );
    expect(answers.every((answer, index) => answer.text.includes(`call number ${index}.`))).toBe(
      true,
    );
    expect(new Set(simulator.requests().map((request) => request.generationId)).size).toBe(200);
  });
});
