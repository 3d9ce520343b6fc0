import { generateObject, generateText, jsonSchema, Output, tool } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createFallbackModel,
  FallbackExhaustedError,
  type FallbackModelOptions,
} from '../../src/index.ts';
import { answer, generated } from '../support/answers.ts';
import { caught } from '../support/caught.ts';
import { failing, generating, healthy, httpError } from '../support/models.ts';

const down = (id: string): MockLanguageModelV4 => failing(id, () => httpError(503));

async function textOf(options: FallbackModelOptions): Promise<string> {
  return (await generateText({ model: createFallbackModel(options), prompt: 'hi' })).text;
}

const unlessNo = ({ text }: { text: string }): string | true =>
  text === 'no' ? 'it says no' : true;

const throwAtOdd = ({ text }: { text: string }): boolean => {
  if (text === 'odd') throw new Error('cannot judge this');
  return true;
};

const badThenGood = (bad: string, good: string): MockLanguageModelV4[] => [
  healthy('a', bad),
  healthy('b', good),
];

const callingNobody = (): MockLanguageModelV4 =>
  generating('a', () =>
    generated([{ type: 'tool-call', toolCallId: '1', toolName: 'nobody', input: '{}' }], {
      unified: 'tool-calls',
      raw: 'tool_calls',
    }),
  );

describe('generate', () => {
  test('no error: one call, no events', async () => {
    const events: string[] = [];
    const [first, second] = [healthy('a'), healthy('b')];
    const text = await textOf({
      models: [first, second],
      events: { onFallback: () => events.push('fallback'), onSkip: () => events.push('skip') },
    });
    expect([text, first.doGenerateCalls.length, second.doGenerateCalls.length]).toEqual([
      'text of a',
      1,
      0,
    ]);
    expect(events).toEqual([]);
  });

  test('two errors in a row → third answers', async () => {
    expect(await textOf({ models: [down('a'), down('b'), healthy('c')] })).toBe('text of c');
  });

  test('a bare model serves errors, not rejected results', async () => {
    const judge = { accept: ({ text }: { text: string }) => !text.includes('a') };
    expect(await textOf({ models: [healthy('a', 'a'), healthy('b', 'ok')], judge })).toBe('ok');
    expect(await textOf({ models: [healthy('a', 'a'), healthy('b', 'ok')] })).toBe('a');
  });

  test('a rejected result → second', async () => {
    expect(
      await textOf({
        models: [healthy('a', 'no'), healthy('b', 'yes')],
        judge: { accept: unlessNo },
      }),
    ).toBe('yes');
  });

  test('a check that throws rejects the answer, and the call goes on', async () => {
    expect(
      await textOf({
        models: [healthy('a', 'odd'), healthy('b', 'even')],
        judge: { accept: throwAtOdd },
      }),
    ).toBe('even');
  });

  test('P1 content-filter result → second, if nothing was produced', async () => {
    const filtered = generating('a', () =>
      generated([], { unified: 'content-filter', raw: 'content_filter' }),
    );
    expect(await textOf({ models: [filtered, healthy('b')] })).toBe('text of b');
  });

  test('finish reason length is an answer', async () => {
    const cutShort = generating('a', () =>
      generated([{ type: 'text', text: 'as far as it got' }], { unified: 'length', raw: 'length' }),
    );
    expect(await textOf({ models: [cutShort, healthy('b')] })).toBe('as far as it got');
  });

  test('P2 finish length with empty text is recorded as length-empty and moves on', async () => {
    const codes: Array<string | undefined> = [];
    const thinking = generating('a', () =>
      generated([{ type: 'reasoning', text: 'hm' }], { unified: 'length', raw: 'length' }),
    );
    const events = {
      onAttemptEnd: ({ attempt }: { attempt: { failure?: { code?: string } } }) =>
        codes.push(attempt.failure?.code),
    };
    expect(await textOf({ models: [thinking, healthy('b')], events })).toBe('text of b');
    expect(codes).toEqual(['length-empty', undefined]);
  });

  test('all fail → one error that holds them all', async () => {
    const model = createFallbackModel({
      models: [down('a'), failing('b', () => httpError(404))],
      maxAttempts: 2,
    });
    const error = await caught(generateText({ model, prompt: 'hi' }));
    if (!FallbackExhaustedError.isInstance(error)) throw error;
    expect(error.attempts.map(({ candidateId, failure }) => [candidateId, failure?.class])).toEqual(
      [
        ['mock-provider:a', 'overloaded'],
        ['mock-provider:b', 'model-gone'],
      ],
    );
  });

  test('no rule matches → the first error’s status, class and message, alone and unmasked', async () => {
    const second = healthy('b');
    const bug = failing('a', () => httpError(400, { message: 'messages[0].role is wrong' }));
    const error = await caught(
      generateText({ model: createFallbackModel({ models: [bug, second] }), prompt: 'hi' }),
    );
    if (!FallbackExhaustedError.isInstance(error)) throw error;
    expect(error).toMatchObject({ reason: 'stopped', statusCode: 400, isRetryable: false });
    expect(error.message).toContain('messages[0].role is wrong');
    expect([error.attempts.length, second.doGenerateCalls.length]).toEqual([1, 0]);
  });

  test('own attempt limit per candidate', async () => {
    const flaky = down('a');
    const failurePolicy = { overloaded: { action: 'retry', retries: 2 } } as const;
    const text = await textOf({ models: [flaky, healthy('b')], failurePolicy, backoffBaseMs: 0 });
    expect([text, flaky.doGenerateCalls.length]).toEqual(['text of b', 3]);
  });

  test('per-candidate temperature, tokens, seed, stops, headers, provider options; an override applies to one attempt only', async () => {
    const [first, second] = [down('a'), healthy('b')];
    const own = {
      temperature: 0.1,
      maxOutputTokens: 7,
      seed: 3,
      stopSequences: ['END'],
      headers: { 'x-own': '1' },
      providerOptions: { mock: { mode: 'own' } },
    };
    const model = createFallbackModel({
      models: [first, { model: second, prepare: (params) => ({ ...params, ...own }) }],
    });
    await generateText({ model, prompt: 'hi', temperature: 1 });
    expect(first.doGenerateCalls[0]).toMatchObject({ temperature: 1, maxOutputTokens: undefined });
    expect(second.doGenerateCalls[0]).toMatchObject(own);
  });

  test('P3 schema mismatch in object, array and choice output → next', async () => {
    const schema = z.object({ n: z.number() });
    const ask = async (bad: string, good: string, output: Output.Output): Promise<unknown> => {
      const model = createFallbackModel({
        models: badThenGood(bad, good),
        judge: { schema: true },
      });
      return (await generateText({ model, prompt: 'hi', output })).output;
    };
    expect(await ask('{"n":"1"}', '{"n":1}', Output.object({ schema }))).toEqual({ n: 1 });
    expect(
      await ask('{"elements":[{}]}', '{"elements":[{"n":2}]}', Output.array({ element: schema })),
    ).toEqual([{ n: 2 }]);
    expect(
      await ask('{"result":"c"}', '{"result":"b"}', Output.choice({ options: ['a', 'b'] })),
    ).toBe('b');
    const model = createFallbackModel({
      models: badThenGood('not json', '{"n":3}'),
      judge: { schema: true },
    });
    expect((await generateObject({ model, prompt: 'hi', schema })).object).toEqual({ n: 3 });
  });

  test('no schema asked → no gate', async () => {
    expect(
      await textOf({ models: [healthy('a', 'plain'), healthy('b')], judge: { schema: true } }),
    ).toBe('plain');
  });

  test('a tool-only answer is not gated', async () => {
    const calling = generating('a', () =>
      generated([{ type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{}' }], {
        unified: 'tool-calls',
        raw: 'tool_calls',
      }),
    );
    const model = createFallbackModel({ models: [calling, healthy('b')], judge: { schema: true } });
    const look = tool({
      inputSchema: jsonSchema<object>({ type: 'object' }),
      execute: () => 'seen',
    });
    const { toolCalls } = await generateText({
      model,
      prompt: 'hi',
      tools: { look },
      output: Output.object({ schema: z.object({}) }),
    });
    expect(toolCalls).toHaveLength(1);
  });

  test('P4 an unknown tool is surfaced untouched, unless the judge is asked', async () => {
    const tools = { look: tool({ inputSchema: z.object({}), execute: () => 'seen' }) };
    const surfaced = createFallbackModel({ models: [callingNobody(), healthy('b')] });
    expect(
      (await generateText({ model: surfaced, prompt: 'hi', tools })).toolCalls[0],
    ).toMatchObject({ invalid: true });
    const judged = createFallbackModel({
      models: [callingNobody(), healthy('b')],
      judge: { tools: true },
    });
    expect((await generateText({ model: judged, prompt: 'hi', tools })).text).toBe('text of b');
  });

  test('arguments that fail the tool’s schema and a required call that is missing → next, when judged', async () => {
    const wrong = generating('a', () =>
      generated([{ type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{"at":1}' }], {
        unified: 'tool-calls',
        raw: 'tool_calls',
      }),
    );
    const right = generating('c', () =>
      generated([{ type: 'tool-call', toolCallId: '2', toolName: 'look', input: '{"at":"x"}' }], {
        unified: 'tool-calls',
        raw: 'tool_calls',
      }),
    );
    const model = createFallbackModel({
      models: [wrong, healthy('b'), right],
      judge: { tools: true },
    });
    const { toolCalls } = await generateText({
      model,
      prompt: 'hi',
      toolChoice: 'required',
      tools: { look: tool({ inputSchema: z.object({ at: z.string() }) }) },
    });
    expect(toolCalls[0]?.input).toEqual({ at: 'x' });
  });

  test('disabled by flag or function → plain call', async () => {
    const first = down('a');
    const second = healthy('b');
    const model = createFallbackModel({
      models: ({ params }) =>
        params.providerOptions?.['app']?.['fallback'] === false ? [first] : [first, second],
      maxAttempts: 1,
    });
    await caught(
      generateText({ model, prompt: 'hi', providerOptions: { app: { fallback: false } } }),
    );
    expect([first.doGenerateCalls.length, second.doGenerateCalls.length]).toEqual([1, 0]);
  });

  test('rejected key → next vendor; candidates of the same account are skipped', async () => {
    const same = healthy('b');
    const rejected = failing('a', () => httpError(401));
    const other = new MockLanguageModelV4({
      provider: 'other.chat',
      modelId: 'c',
      doGenerate: async () => answer('other'),
    });
    expect(await textOf({ models: [rejected, same, other] })).toBe('other');
    expect(same.doGenerateCalls).toHaveLength(0);
  });

  test('X1 200 overlapping calls, the primary fails for a random half: each gets its own right sequence', async () => {
    const moody = generating('a', async ({ temperature }) => {
      await new Promise((resolve) => {
        setTimeout(resolve, Math.random() * 5);
      });
      if (temperature === 1) throw httpError(500);
      return { ...answer('primary'), response: { modelId: 'a' } };
    });
    const model = createFallbackModel({ models: [moody, healthy('b', 'fallback')] });
    const calls = Array.from({ length: 200 }, async (_, index) => {
      const temperature = index % 3 === 0 ? 1 : 0;
      const { text, response, finalStep } = await generateText({
        model,
        prompt: 'hi',
        temperature,
      });
      const { attempts } = z
        .object({ attempts: z.array(z.unknown()) })
        .parse(finalStep.providerMetadata?.['fallback']);
      return [temperature, text, response.modelId, attempts.length];
    });
    for (const [temperature, ...rest] of await Promise.all(calls)) {
      expect(rest).toEqual(temperature === 1 ? ['fallback', 'b', 2] : ['primary', 'a', 1]);
    }
  });

  test('cascade: a cheap answer that fails verification escalates, both costs are told, the last is served unverified', async () => {
    const reports: Array<string | undefined> = [];
    const text = await textOf({
      models: [healthy('cheap', 'meh'), healthy('dear', 'still meh')],
      verify: ({ text: given }) => ({
        passed: given === 'good',
        reason: 'not good',
        modelId: 'judge',
      }),
      events: {
        onCallEnd: ({ report }) => {
          for (const attempt of report.attempts) {
            reports.push(attempt.verification?.modelId ?? attempt.outcome);
            expect(attempt.usage?.outputTokens.total).toBe(5);
          }
        },
      },
    });
    expect([text, ...reports]).toEqual(['still meh', 'judge', 'served']);
  });

  test('cascade: a zod schema verifies', async () => {
    const verify = z.object({ ok: z.literal(true) });
    expect(
      await textOf({ models: [healthy('a', '{"ok":false}'), healthy('b', '{"ok":true}')], verify }),
    ).toBe('{"ok":true}');
  });
});
