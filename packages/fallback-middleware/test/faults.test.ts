import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createSimulator, type Fault } from '@tierwise/openrouter-simulator';
import { generateText, streamText, tool, type Tool } from 'ai';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { createFallbackModel, FallbackExhaustedError, type CallReport } from '../src/index.ts';
import { asked, primaryId, secondaryId, wire, type Wire } from './support/wire.ts';

interface Run {
  readonly text: string;
  readonly report: CallReport;
  readonly errors: readonly unknown[];
  readonly finishReason: string;
  readonly over: Wire;
}

type Kind = 'generate' | 'stream';

function weatherTool(execute: () => number): Tool<{ city: string }, number> {
  return tool({ inputSchema: z.object({ city: z.string() }), execute });
}

/** One call through the real provider over a broken primary and a healthy secondary. */
async function run(kind: Kind, ...faults: Fault[]): Promise<Run> {
  const over = wire(...faults);
  const reports: CallReport[] = [];
  const errors: unknown[] = [];
  const model = createFallbackModel({
    models: [over.openrouter(primaryId), over.openrouter(secondaryId)],
    attemptTimeoutMs: 150,
    firstContentTimeoutMs: 150,
    stallTimeoutMs: 150,
    backoffBaseMs: 0,
    events: { onCallEnd: ({ report }) => reports.push(report) },
  });
  const ended = await (
    kind === 'generate'
      ? generateText({ model, prompt: 'hi' })
      : streamed(
          streamText({ model, prompt: 'hi', onError: ({ error }) => void errors.push(error) }),
        )
  ).catch((error: unknown) => {
    errors.push(error);
    return { text: '', finishReason: 'error' };
  });
  const [report] = reports;
  if (report === undefined || reports.length !== 1) throw new Error('a call ends exactly once');
  return { text: ended.text, finishReason: ended.finishReason, report, errors, over };
}

async function streamed(
  result: ReturnType<typeof streamText>,
): Promise<{ text: string; finishReason: string }> {
  return { text: await result.text, finishReason: await result.finishReason };
}

function classesOf({ report }: Run): string[] {
  return report.attempts.map(({ outcome, failure }) => failure?.class ?? outcome);
}

const recovered: Array<[string, Fault, generate: string, stream: string]> = [
  [
    'H1 a 429 with Retry-After switches at once',
    { type: 'status', status: 429, retryAfterSeconds: 30 },
    'rate-limited',
    'rate-limited',
  ],
  [
    'H6 a 402 goes on: a cheaper or free candidate may work',
    { type: 'status', status: 402 },
    'payment-required',
    'payment-required',
  ],
  ['H8 a 404 without endpoints', { type: 'status', status: 404 }, 'no-endpoint', 'no-endpoint'],
  ['H8 G5 a model that left the catalogue', { type: 'gone' }, 'model-gone', 'model-gone'],
  [
    'H9 a context overflow',
    { type: 'status', status: 400, errorType: 'context_length_exceeded' },
    'context-overflow',
    'context-overflow',
  ],
  [
    'H11 a model without tools',
    { type: 'status', status: 400, message: 'This model does not support tools' },
    'unsupported',
    'unsupported',
  ],
  ['H12 a 413', { type: 'status', status: 413 }, 'context-overflow', 'context-overflow'],
  ['H13 a 408', { type: 'status', status: 408 }, 'timeout', 'timeout'],
  ['H13 a 409', { type: 'status', status: 409 }, 'upstream-error', 'upstream-error'],
  ['H13 a 410', { type: 'status', status: 410 }, 'model-gone', 'model-gone'],
  ['H13 a 500', { type: 'status', status: 500 }, 'upstream-error', 'upstream-error'],
  ['H13 a 502', { type: 'status', status: 502 }, 'upstream-error', 'upstream-error'],
  ['H13 a 503', { type: 'status', status: 503 }, 'overloaded', 'overloaded'],
  ['H13 a 504', { type: 'status', status: 504 }, 'timeout', 'timeout'],
  ['H13 a 524', { type: 'status', status: 524 }, 'timeout', 'timeout'],
  ['H13 a 529', { type: 'status', status: 529 }, 'overloaded', 'overloaded'],
  [
    'H14 a 503 with an HTML body of 5 MB',
    { type: 'html', status: 503, bytes: 5_000_000 },
    'overloaded',
    'overloaded',
  ],
  [
    'H16 an error inside a 200',
    { type: 'error-in-200', code: 502 },
    'upstream-error',
    'upstream-error',
  ],
  ['H17 HTML inside a 200', { type: 'html' }, 'upstream-error', 'truncated'],
  ['H18 no choices', { type: 'no-choices' }, 'empty', 'truncated'],
  ['H19 S15 an empty answer', { type: 'empty' }, 'empty', 'empty'],
  ['T3 a reset before the headers', { type: 'reset', at: 'before-headers' }, 'network', 'network'],
  ['T4 a black hole before the headers', { type: 'hang' }, 'timeout', 'timeout'],
  ['T5 headers, then only comments', { type: 'stall', at: 'before-content' }, 'timeout', 'timeout'],
  [
    'S1 an error event before content',
    { type: 'sse-error', at: 'before-content' },
    'upstream-error',
    'upstream-error',
  ],
  ['S3 a reset before content', { type: 'reset', at: 'before-content' }, 'network', 'network'],
  [
    'S5 a clean end without content',
    { type: 'cut', at: 'before-content' },
    'upstream-error',
    'truncated',
  ],
  ['S14 an error finish without content', { type: 'finish-error' }, 'error-finish', 'error-finish'],
];

describe.each<Kind>(['generate', 'stream'])('faults before content, %s', (kind) => {
  test.each(recovered)('%s', async (_name, fault, generate, stream) => {
    const result = await run(kind, fault);
    expect(result.text).toContain('[simulated reply]');
    expect(classesOf(result)).toEqual([kind === 'generate' ? generate : stream, 'served']);
    expect(asked(result.over)).toEqual([primaryId, secondaryId]);
    expect(result.errors).toEqual([]);
  });

  test.each<[string, Fault, string]>([
    [
      'H5 a 401 is one hit: every candidate shares the key',
      { type: 'status', status: 401 },
      'auth',
    ],
    [
      'H7 flagged input is not shopped around',
      {
        type: 'status',
        status: 403,
        metadata: { reasons: ['violence'], flagged_input: 'the secret' },
      },
      'moderated',
    ],
    ['H10 a caller bug is one hit', { type: 'status', status: 400 }, 'bad-request'],
  ])('%s', async (_name, fault, expected) => {
    const result = await run(kind, fault);
    expect(classesOf(result)[0]).toBe(expected);
    expect(asked(result.over)).toEqual([primaryId]);
    const error = result.errors.find((thrown) => FallbackExhaustedError.isInstance(thrown));
    expect(error).toBeDefined();
    expect(JSON.stringify(error)).not.toContain('the secret');
  });
});

describe('faults after content', () => {
  test.each<[string, Fault, string, string]>([
    ['S2 an error event', { type: 'sse-error', at: 'after-content' }, 'upstream-error', 'error'],
    ['S4 a reset', { type: 'reset', at: 'after-content' }, 'network', 'error'],
    [
      'S6 a clean end without finish',
      { type: 'cut', at: 'after-content' },
      'truncated',
      'interrupted',
    ],
    ['S8 malformed JSON in the middle', { type: 'malformed-json' }, 'upstream-error', 'error'],
    ['S14 an error finish', { type: 'finish-error', at: 'after-content' }, 'error-finish', 'error'],
    ['T6 a stall', { type: 'stall', at: 'after-content' }, 'stalled', 'error'],
  ])('%s surfaces once, without another model’s text', async (_name, fault, expected, finish) => {
    const result = await run('stream', fault);
    expect(classesOf(result)).toEqual([expected]);
    expect(result.report.served).toBeNull();
    expect([result.errors.length, result.finishReason]).toEqual([1, finish]);
    expect(asked(result.over)).toEqual([primaryId]);
  });

  test('S16 tool arguments cut by the end of the stream reach no tool', async () => {
    for (const fault of [
      { type: 'cut', at: 'tool-arguments' },
      { type: 'truncated-tool-arguments' },
    ] satisfies Fault[]) {
      const over = wire(fault);
      let executed = 0;
      const result = streamText({
        model: createFallbackModel({ models: [over.openrouter(primaryId)] }),
        prompt: 'What is the weather in Paris?',
        tools: { weather: weatherTool(() => (executed += 1)) },
        toolChoice: 'required',
        onError: () => undefined,
      });
      await result.consumeStream();
      expect(executed).toBe(0);
    }
  });

  test('S16 with hold text the cut call is replaced by the next candidate’s', async () => {
    const over = wire({ type: 'truncated-tool-arguments' });
    let executed = 0;
    const result = streamText({
      model: createFallbackModel({
        models: [over.openrouter(primaryId), over.openrouter(secondaryId)],
        hold: 'text',
      }),
      prompt: 'What is the weather in Paris?',
      tools: { weather: weatherTool(() => (executed += 1)) },
      toolChoice: 'required',
    });
    await result.consumeStream();
    expect(asked(over)).toEqual([primaryId, secondaryId]);
    expect(executed).toBe(1);
  });
});

describe('H11 what a model refuses', () => {
  const tools = { weather: weatherTool(() => 21) };

  function refusing(
    message: string,
    ...others: Fault[]
  ): { over: Wire; ask: (prompt: string, bare?: boolean) => Promise<string[]> } {
    const over = wire({ type: 'status', status: 400, message }, ...others);
    const model = createFallbackModel({
      models: [over.openrouter(primaryId), over.openrouter(secondaryId)],
      backoffBaseMs: 0,
    });
    const ask = async (prompt: string, bare = false): Promise<string[]> => {
      over.simulator.clearRequests();
      await generateText({ model, prompt, ...(bare ? {} : { tools }), maxRetries: 0 }).catch(
        () => undefined,
      );
      return asked(over);
    };
    return { over, ask };
  }

  test('is remembered for that model and that feature: the next call does not ask it, a call without the feature does', async () => {
    const { ask } = refusing('This model does not support tools');
    expect(await ask('hi')).toEqual([primaryId, secondaryId]);
    expect(await ask('and now?')).toEqual([secondaryId]);
    expect(await ask('plainly', true)).toEqual([primaryId, secondaryId]);
  });

  test('is asked again all the same when nobody else is left', async () => {
    const { ask } = refusing('No support for tools: not supported', {
      model: secondaryId,
      type: 'status',
      status: 404,
      message: 'No such model',
    });
    expect(await ask('hi')).toEqual([primaryId, secondaryId]);
    expect(await ask('again')).toEqual([secondaryId, primaryId]);
  });
});

describe('faults that are none', () => {
  test.each<[string, Fault]>([
    ['S9 the finish is there, [DONE] is not', { type: 'no-done' }],
    ['S19 one chunk of 2 MB', { type: 'huge-line', bytes: 2_000_000 }],
    ['usage is null: unknown, not free', { type: 'null-usage' }],
  ])('%s', async (_name, fault) => {
    const result = await run('stream', fault);
    expect(classesOf(result)).toEqual(['served']);
    expect(result.errors).toEqual([]);
  });

  test('S10 S11 bytes split anywhere give the same answer', async () => {
    const whole = await run('stream');
    expect(whole.text).toContain('[simulated reply]');
    for (const splitBytes of [1, 7]) {
      const simulator = createSimulator({ splitBytes });
      const openrouter = createOpenRouter({ apiKey: 'sk-or-test', fetch: simulator.fetch });
      const model = createFallbackModel({ models: [openrouter(primaryId)] });
      expect(await streamText({ model, prompt: 'hi' }).text).toBe(whole.text);
    }
  });

  test('S18 the report names the model that served, not the one that was asked', async () => {
    const { report } = await run('stream', { type: 'status', status: 503 });
    expect(report.served).toMatchObject({
      candidateId: `openrouter:${secondaryId}`,
      responseModelId: secondaryId,
      generationId: expect.stringContaining('gen-'),
    });
  });

  test('X8 maxRetries left at its default does not multiply the chain', async () => {
    const over = wire(
      { model: primaryId, type: 'status', status: 503 },
      { model: secondaryId, type: 'status', status: 503 },
    );
    const model = createFallbackModel({
      models: [over.openrouter(primaryId), over.openrouter(secondaryId)],
      maxAttempts: 2,
    });
    await expect(generateText({ model, prompt: 'hi' })).rejects.toThrow(/attempts/);
    expect(asked(over)).toEqual([primaryId, secondaryId]);
  });
});
