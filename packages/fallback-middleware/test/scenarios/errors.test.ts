import { generateText } from 'ai';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  classifyFailure,
  createFallbackModel,
  failureClasses,
  failureRules,
  FallbackExhaustedError,
} from '../../src/index.ts';
import { answer, generated } from '../support/answers.ts';
import { caught } from '../support/caught.ts';
import { failing, generating, healthy, httpError } from '../support/models.ts';

function notOverloaded({ text }: { readonly text: string }): boolean {
  return !/overloaded/i.test(text);
}

describe('errors', () => {
  test('every class has a rule, and a rule that jumps says where', () => {
    for (const failureClass of failureClasses) {
      const rule = failureRules[failureClass];
      expect(rule.action === 'jump').toBe(rule.jumpTo !== undefined);
    }
  });

  test('the policy overrides a class: a moderated input may be passed on by choice', async () => {
    const moderated = failing('a', () => httpError(403, { metadata: { reasons: ['x'] } }));
    const model = createFallbackModel({
      models: [moderated, healthy('b')],
      failurePolicy: { moderated: { action: 'next' } },
    });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('503 and 500 are told apart', () => {
    expect(classifyFailure(httpError(503)).class).toBe('overloaded');
    expect(classifyFailure(httpError(500)).class).toBe('upstream-error');
  });

  test('overloaded: status 529 or text', () => {
    expect(classifyFailure(httpError(529)).class).toBe('overloaded');
    expect(classifyFailure(new Error('Overloaded')).class).toBe('overloaded');
  });

  test('the retryable flag neither helps nor harms: facts decide', () => {
    for (const isRetryable of [true, false, undefined]) {
      expect(classifyFailure({ statusCode: 502, message: 'x', isRetryable }).class).toBe(
        'upstream-error',
      );
    }
  });

  test('the caller’s own fault stays bounded: each candidate is asked at most once', async () => {
    const first = failing('a', () => httpError(400, { message: 'bad role' }));
    const second = failing('b', () => httpError(400, { message: 'bad role' }));
    const model = createFallbackModel({
      models: [first, second],
      failurePolicy: { 'bad-request': { action: 'next' } },
    });
    await caught(generateText({ model, prompt: 'hi' }));
    expect([first.doGenerateCalls.length, second.doGenerateCalls.length]).toEqual([1, 1]);
  });

  test('overload text inside a 200 answer, and an overload object inside its JSON, are for the caller’s predicate', async () => {
    for (const text of ['The model is overloaded.', '{"error":{"type":"overloaded_error"}}']) {
      const model = createFallbackModel({
        models: [healthy('a', text), healthy('b')],
        judge: { accept: notOverloaded },
      });
      expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
    }
  });

  test('a repetition loop → next, when judged; layout is none', async () => {
    const judge = { repetition: true };
    const loop = createFallbackModel({
      models: [healthy('a', `Well. ${'and so on '.repeat(60)}`), healthy('b')],
      judge,
    });
    expect((await generateText({ model: loop, prompt: 'hi' })).text).toBe('text of b');
    const table = `Title\n${'-'.repeat(300)}`;
    const layout = createFallbackModel({ models: [healthy('a', table), healthy('b')], judge });
    expect((await generateText({ model: layout, prompt: 'hi' })).text).toBe(table);
  });

  test('empty turn, null content → next, but not when a tool call is present', async () => {
    const call = { type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{}' } as const;
    const calling = generating('a', () =>
      generated([call], { unified: 'tool-calls', raw: 'tool_calls' }),
    );
    const model = createFallbackModel({ models: [calling, healthy('b')] });
    const result = await model.doGenerate({ prompt: [] });
    expect(result.content).toMatchObject([{ type: 'tool-call' }]);
  });

  test('a cut tool call in a generated answer is not served', async () => {
    const call = { type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{"a":' } as const;
    const cut = generating('a', () =>
      generated([call], { unified: 'tool-calls', raw: 'tool_calls' }),
    );
    const model = createFallbackModel({ models: [cut, healthy('b')] });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('context overflow goes to the smallest window that fits, not through smaller ones', async () => {
    const overflow = failing('32k', () =>
      httpError(400, {
        message: 'maximum context length is 32000 tokens, you requested about 90000 tokens',
      }),
    );
    const sizes = [
      ['8k', 8000],
      ['1m', 1_000_000],
      ['128k', 128_000],
    ] as const;
    const others = sizes.map(([id, contextTokens]) => ({
      id,
      model: healthy(id),
      facts: { contextTokens },
    }));
    const model = createFallbackModel({
      models: [{ id: '32k', model: overflow, facts: { contextTokens: 32_000 } }, ...others],
    });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of 128k');
    expect(others[0]?.model.doGenerateCalls).toHaveLength(0);
  });

  test('clear error when every window is too small', async () => {
    const small = { id: 's', model: healthy('s'), facts: { contextTokens: 10 } };
    const error = await caught(
      generateText({
        model: createFallbackModel({ models: [small] }),
        prompt: 'word '.repeat(100),
      }),
    );
    expect(error).toMatchObject({ reason: 'no-candidate' });
    expect(error).toMatchObject({
      message: expect.stringMatching(/window of 10 tokens is smaller than the \d+ needed/),
    });
  });

  test('unknown model id, with successors: followed free for free, paid only on opt-in', async () => {
    const gone = failing('gone', () =>
      httpError(404, {
        availability: { code: 'free_variant_ended', fallback_models: ['paid', 'free'] },
      }),
    );
    const ask = async (allow: 'free-for-free' | 'all' | undefined): Promise<string> => {
      const model = createFallbackModel({
        models: [{ id: 'gone', model: gone, facts: { free: true } }, healthy('last')],
        ...(allow === undefined
          ? {}
          : {
              successors: {
                allow,
                resolve: (id: string) => ({
                  id,
                  model: healthy(id),
                  facts: { free: id === 'free' },
                }),
              },
            }),
      });
      return (await generateText({ model, prompt: 'hi' })).text;
    };
    expect(await ask(undefined)).toBe('text of last');
    expect(await ask('free-for-free')).toBe('text of free');
    expect(await ask('all')).toBe('text of paid');
  });

  test('the free daily quota rules out other free models of the account, not paid ones', async () => {
    const spent = failing('f1', () =>
      httpError(429, { metadata: { limit_source: 'openrouter_free_tier_daily' } }),
    );
    const free = healthy('f2');
    const model = createFallbackModel({
      models: [
        { id: 'f1', model: spent, facts: { free: true } },
        { id: 'f2', model: free, facts: { free: true } },
        { id: 'paid', model: healthy('paid'), facts: { free: false } },
      ],
    });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of paid');
    expect(free.doGenerateCalls).toHaveLength(0);
  });

  test('T1 T2 an unreachable host or a wrong certificate is asked once for all candidates behind it', async () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT']) {
      const second = healthy('b');
      const refused = failing('a', () =>
        Object.assign(new TypeError('fetch failed'), { cause: { code } }),
      );
      const model = createFallbackModel({
        models: [refused, second],
        failurePolicy: { network: { retries: 0 } },
      });
      const error = await caught(generateText({ model, prompt: 'hi' }));
      expect(error).toMatchObject({
        attempts: [{ failure: { class: 'network', code } }, { outcome: 'skipped' }],
      });
      expect(second.doGenerateCalls).toHaveLength(0);
    }
  });

  test('T3 a reset connection goes on to the next', async () => {
    const reset = failing('a', () =>
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
    );
    const model = createFallbackModel({ models: [reset, healthy('b')] });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('circular error object (+)', async () => {
    const circular: Record<string, unknown> = { message: 'round' };
    circular['error'] = circular;
    circular['cause'] = circular;
    const model = createFallbackModel({ models: [failing('a', () => circular), healthy('b')] });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('the next error does not mask the first', async () => {
    const first = failing('a', () => httpError(402, { message: 'no credits' }));
    const second = failing('b', () => httpError(404, { message: 'no such model' }));
    const error = await caught(
      generateText({ model: createFallbackModel({ models: [first, second] }), prompt: 'hi' }),
    );
    expect(error).toMatchObject({ message: expect.stringMatching(/no credits[^]*no such model/) });
  });

  test('invariant 26: a key is in no message, no JSON and no inspection of the error, causes included', async () => {
    const key = 'sk-or-v1-canary0123456789abcdef';
    const leaky = failing('a', () =>
      Object.assign(
        httpError(503, { message: `Bearer ${key} was refused` }, { authorization: key }),
        {
          url: `https://user:${key}@example.com/?key=${key}`,
          cause: new Error(key),
        },
      ),
    );
    const error = await caught(
      generateText({
        model: createFallbackModel({ models: [leaky], maxAttempts: 1 }),
        prompt: 'the secret prompt',
      }),
    );
    if (!FallbackExhaustedError.isInstance(error)) throw error;
    const told = [
      error.message,
      JSON.stringify(error),
      inspect(error, { depth: 10 }),
      String(error.stack),
    ].join();
    expect(told).not.toContain('canary');
    expect(told).not.toContain('secret prompt');
  });

  test('X9 a chain inside a chain is bounded: the inner one’s error is not retried', async () => {
    let calls = 0;
    const dead = failing('a', () => {
      calls += 1;
      return httpError(503);
    });
    const inner = createFallbackModel({ models: [dead], maxAttempts: 1 });
    const outer = createFallbackModel({ models: [inner, healthy('b')] });
    expect((await generateText({ model: outer, prompt: 'hi' })).text).toBe('text of b');
    expect(calls).toBe(1);
  });

  test('a 402 for requests in flight may be asked again, a spent credit may not', async () => {
    let asked = 0;
    const inFlight = generating('a', () => {
      asked += 1;
      if (asked === 1)
        throw httpError(402, { metadata: { limit_source: 'openrouter_in_flight_budget' } });
      return answer('now there is room');
    });
    const model = createFallbackModel({ models: [inFlight], backoffBaseMs: 0 });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('now there is room');
    const spent = failing('a', () => httpError(402));
    await caught(generateText({ model: createFallbackModel({ models: [spent] }), prompt: 'hi' }));
    expect(spent.doGenerateCalls).toHaveLength(1);
  });
});
