import {
  APICallError,
  generateText,
  NoContentGeneratedError,
  streamText,
  tool,
  type ToolSet,
} from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FAULT_TYPES, SIMULATED_MARK, type Fault, type RequestRecord } from '../src/index.ts';
import { MODEL, simulated } from './provider.ts';

/** What a caller of generateText is left with. */
interface Outcome {
  readonly error?: unknown;
  readonly text?: string;
  readonly finishReason?: string;
  readonly rawFinishReason?: string | undefined;
  readonly raw?: unknown;
  readonly input?: unknown;
  readonly record: RequestRecord | undefined;
}

/** What a caller of streamText is left with. */
interface StreamOutcome extends Outcome {
  readonly errors: readonly unknown[];
}

const PROMPT = 'Tell me about rivers.';
const ring = tool({
  description: 'Rings',
  inputSchema: z.object({ bell: z.string() }),
  execute: ({ bell }) => bell,
});
/** What makes the model call a tool. */
const ringing: { tools?: ToolSet; toolChoice?: 'required' } = {
  tools: { ring },
  toolChoice: 'required',
};

async function generate(fault: Fault, withTool = false): Promise<Outcome> {
  const { simulator, openrouter } = simulated({ faults: [fault] });
  try {
    const result = await generateText({
      model: openrouter(MODEL),
      prompt: PROMPT,
      maxRetries: 0,
      ...(withTool ? ringing : {}),
    });
    return {
      error: undefined,
      text: result.text,
      finishReason: result.finishReason,
      rawFinishReason: result.rawFinishReason,
      raw: result.usage.raw,
      input: result.toolCalls[0]?.input,
      record: simulator.requests()[0],
    };
  } catch (error) {
    return { error, record: simulator.requests()[0] };
  }
}

async function stream(fault: Fault, withTool = false): Promise<StreamOutcome> {
  const { simulator, openrouter } = simulated({ faults: [fault] });
  const errors: unknown[] = [];
  const result = streamText({
    model: openrouter(MODEL),
    prompt: PROMPT,
    maxRetries: 0,
    onError: ({ error }) => void errors.push(error),
    ...(withTool ? ringing : {}),
  });
  const outcome: { -readonly [Key in keyof Outcome]?: Outcome[Key] } = { text: '' };
  for await (const part of result.fullStream) {
    if (part.type === 'text-delta') outcome.text = `${outcome.text}${part.text}`;
    if (part.type === 'tool-call') outcome.input = part.input;
    if (part.type === 'finish-step') {
      outcome.finishReason = part.finishReason;
      outcome.rawFinishReason = part.rawFinishReason;
      outcome.raw = part.usage.raw;
    }
  }
  return { ...outcome, errors, record: simulator.requests()[0] };
}

const anyText = expect.stringContaining(SIMULATED_MARK);
const apiError = (more: object): unknown => expect.objectContaining(more);
const noError = { error: undefined };
/** A whole answer, as without any fault. */
const whole = { text: anyText, finishReason: 'stop' };
/** The beginning of an answer. */
const partial = { text: expect.stringMatching(/^\[simulated reply\].{0,120}$/s) };

interface Case {
  readonly name: string;
  readonly fault: Fault;
  readonly withTool?: boolean;
  readonly generate: object;
  readonly stream: object;
}

const CASES: readonly Case[] = [
  ...[400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 524, 529].map(
    (status): Case => ({
      name: `status ${status}`,
      fault: { type: 'status', status },
      generate: {
        error: apiError({
          statusCode: status,
          isRetryable: status === 408 || status === 429 || status >= 500,
        }),
      },
      stream: {
        errors: [apiError({ statusCode: status })],
        record: expect.objectContaining({ status, costUsd: '0' }),
      },
    }),
  ),
  {
    name: 'availability with its hints',
    fault: {
      type: 'status',
      status: 503,
      retryAfterSeconds: 9,
      availability: {
        code: 'temporarily_unavailable',
        retryable: true,
        retry_after: 9,
        fallback_models: ['a/b'],
      },
    },
    generate: {
      error: apiError({
        responseHeaders: expect.objectContaining({ 'retry-after': '9' }),
        data: expect.objectContaining({
          error: expect.objectContaining({
            availability: expect.objectContaining({ fallback_models: ['a/b'] }),
          }),
        }),
      }),
    },
    stream: { errors: [apiError({ statusCode: 503 })] },
  },
  {
    name: 'status with an HTML page',
    fault: { type: 'status', status: 503, body: '<html>busy</html>' },
    generate: { error: apiError({ statusCode: 503, data: undefined, isRetryable: true }) },
    stream: { errors: [apiError({ statusCode: 503 })] },
  },
  {
    name: 'error-in-200',
    fault: { type: 'error-in-200', code: 503, errorType: 'provider_overloaded' },
    generate: {
      error: apiError({
        statusCode: 200,
        isRetryable: false,
        data: expect.objectContaining({ code: 503 }),
      }),
    },
    stream: { text: '', errors: [apiError({ statusCode: 503 })], finishReason: 'error' },
  },
  {
    name: 'error-in-200 with a string code',
    fault: { type: 'error-in-200', code: 'overloaded' },
    generate: { error: apiError({ data: expect.objectContaining({ code: 'overloaded' }) }) },
    stream: { text: '', finishReason: 'error' },
  },
  {
    name: 'error-in-200 beside partial content',
    fault: { type: 'error-in-200', position: 'choice' },
    generate: { ...noError, ...partial, rawFinishReason: 'error' },
    stream: { ...partial, finishReason: 'error', errors: [expect.anything()] },
  },
  {
    name: 'sse-error before content',
    fault: { type: 'sse-error', at: 'before-content', code: 429 },
    generate: {
      error: apiError({ statusCode: 200, data: expect.objectContaining({ code: 429 }) }),
    },
    stream: {
      text: '',
      errors: [apiError({ statusCode: 429 })],
      finishReason: 'error',
      record: expect.objectContaining({ outcome: 'failed', costUsd: '0' }),
    },
  },
  {
    name: 'sse-error after content',
    fault: { type: 'sse-error', at: 'after-content' },
    generate: { ...noError, ...partial, rawFinishReason: 'error' },
    stream: { ...partial, errors: [apiError({ statusCode: 502 })], finishReason: 'error' },
  },
  {
    name: 'finish-error',
    fault: { type: 'finish-error' },
    generate: { ...noError, text: '', finishReason: 'other', rawFinishReason: 'error' },
    stream: { text: '', errors: [], finishReason: 'other', rawFinishReason: 'error' },
  },
  {
    name: 'empty',
    fault: { type: 'empty' },
    generate: {
      ...noError,
      text: '',
      finishReason: 'stop',
      raw: expect.objectContaining({ completion_tokens: 0 }),
    },
    stream: {
      text: '',
      errors: [],
      finishReason: 'stop',
      record: expect.objectContaining({ outcome: 'failed' }),
    },
  },
  {
    name: 'no-choices',
    fault: { type: 'no-choices' },
    generate: {
      error: expect.toSatisfy((error: unknown) => NoContentGeneratedError.isInstance(error)),
    },
    stream: { text: '', errors: [] },
  },
  {
    name: 'cut',
    fault: { type: 'cut' },
    generate: { error: apiError({ statusCode: 200, message: expect.stringContaining('JSON') }) },
    stream: { ...partial, errors: [], rawFinishReason: undefined, raw: undefined },
  },
  {
    name: 'cut before content',
    fault: { type: 'cut', at: 'before-content' },
    generate: { error: apiError({ statusCode: 200 }) },
    stream: { text: '', rawFinishReason: undefined },
  },
  {
    name: 'cut inside tool arguments',
    fault: { type: 'cut', at: 'tool-arguments' },
    withTool: true,
    generate: { error: apiError({ statusCode: 200 }) },
    // The provider makes up an empty call: OpenRouterTeam/ai-sdk-provider#558.
    stream: { input: {}, rawFinishReason: undefined },
  },
  {
    name: 'truncated-tool-arguments',
    fault: { type: 'truncated-tool-arguments' },
    withTool: true,
    generate: { ...noError, finishReason: 'tool-calls', input: expect.stringMatching(/^\{"bell/) },
    stream: { finishReason: 'tool-calls', input: {} },
  },
  {
    name: 'malformed-json',
    fault: { type: 'malformed-json' },
    generate: { error: apiError({ statusCode: 200, isRetryable: false }) },
    stream: { errors: [expect.objectContaining({ name: 'AI_JSONParseError' })] },
  },
  {
    name: 'html',
    fault: { type: 'html' },
    generate: { error: apiError({ statusCode: 200, isRetryable: false }) },
    stream: { text: '', errors: [] },
  },
  {
    name: 'reset before headers',
    fault: { type: 'reset', at: 'before-headers' },
    generate: {
      error: apiError({ isRetryable: true, message: expect.stringContaining('Cannot connect') }),
      record: expect.objectContaining({ status: 0 }),
    },
    stream: { errors: [apiError({ isRetryable: true })] },
  },
  {
    name: 'reset after content',
    fault: { type: 'reset', at: 'after-content' },
    generate: { error: apiError({ statusCode: 200 }) },
    stream: {
      ...partial,
      finishReason: 'error',
      errors: [expect.anything()],
      record: expect.objectContaining({ outcome: 'failed', costUsd: '0' }),
    },
  },
  {
    name: 'duplicate-chunks',
    fault: { type: 'duplicate-chunks' },
    generate: { ...noError, ...whole },
    stream: {
      errors: [],
      text: expect.stringMatching(/\[simulated reply\] No rea\[simulated reply\] No rea/),
    },
  },
  {
    name: 'no-done',
    fault: { type: 'no-done' },
    generate: { ...noError, ...whole },
    stream: { ...whole, errors: [], raw: expect.anything() },
  },
  {
    name: 'null-usage',
    fault: { type: 'null-usage' },
    generate: { ...noError, ...whole, raw: undefined },
    stream: { text: anyText, raw: undefined },
  },
  {
    name: 'wrong-usage',
    fault: { type: 'wrong-usage', factor: 3 },
    generate: { ...noError, ...whole, raw: expect.objectContaining({ prompt_tokens: 30 }) },
    stream: {
      ...whole,
      record: expect.objectContaining({ usage: expect.objectContaining({ promptTokens: 10 }) }),
    },
  },
  {
    name: 'null-cost',
    fault: { type: 'null-cost' },
    // The provider refuses a null that the specification allows, although the call was billed.
    generate: {
      error: apiError({ statusCode: 200 }),
      record: { costUsd: expect.stringMatching(/^0\.0+[1-9]/) },
    },
    stream: { text: anyText, errors: [expect.anything()] },
  },
  {
    name: 'huge-line',
    fault: { type: 'huge-line', bytes: 200_000 },
    generate: { ...noError, text: expect.toSatisfy((text: string) => text.length === 200_000) },
    stream: { errors: [], text: expect.toSatisfy((text: string) => text.length > 200_000) },
  },
  {
    name: 'gone with its successor',
    fault: { type: 'gone', successor: 'google/gemini-next' },
    generate: {
      error: apiError({
        statusCode: 404,
        data: expect.objectContaining({
          error: expect.objectContaining({
            availability: expect.objectContaining({
              code: 'model_deprecated',
              fallback_models: ['google/gemini-next'],
            }),
          }),
        }),
      }),
    },
    stream: { errors: [apiError({ statusCode: 404 })] },
  },
  {
    name: 'free-ended',
    fault: { type: 'free-ended' },
    generate: {
      error: apiError({
        statusCode: 404,
        data: expect.objectContaining({
          error: expect.objectContaining({
            availability: expect.objectContaining({ code: 'free_variant_ended' }),
          }),
        }),
      }),
    },
    stream: { errors: [apiError({ statusCode: 404 })] },
  },
  {
    name: 'price-change',
    fault: { model: MODEL, type: 'price-change', pricing: { prompt: '0.001', completion: '0' } },
    generate: { ...noError, ...whole, raw: expect.objectContaining({ cost: 0.01 }) },
    stream: { ...whole, raw: expect.objectContaining({ cost: 0.01 }) },
  },
];

/** Faults of time: a test of their own below. */
const TIMED = ['hang', 'stall', 'slow-headers', 'slow-drip', 'slow-close'];

describe.each(CASES)(
  'the fault $name',
  ({ fault, withTool, generate: whenWhole, stream: whenStreamed }) => {
    it('as generateText sees it', async () => {
      expect(await generate(fault, withTool)).toMatchObject(whenWhole);
    });

    it('as streamText sees it', async () => {
      expect(await stream(fault, withTool)).toMatchObject(whenStreamed);
    });
  },
);

it('every fault has a case', () => {
  const covered = new Set<string>([...CASES.map(({ fault }) => fault.type), ...TIMED]);
  expect(FAULT_TYPES.filter((type) => !covered.has(type))).toEqual([]);
});

it('errors of generateText are APICallErrors that survive the provider’s own bundle', async () => {
  const { error } = await generate({ type: 'status', status: 429 });
  expect(APICallError.isInstance(error)).toBe(true);
});
