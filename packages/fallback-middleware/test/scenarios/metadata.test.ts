import { generateText, streamText, wrapLanguageModel } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import {
  createFallbackModel,
  fallback,
  streamWithFallback,
  type CallReport,
} from '../../src/index.ts';
import { answer, usage } from '../support/answers.ts';
import { caught } from '../support/caught.ts';
import { drain } from '../support/drain.ts';
import { failing, healthy, httpError } from '../support/models.ts';
import { createRecordingTracer } from '../support/spans.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }];
const down = (id: string): MockLanguageModelV4 => failing(id, () => httpError(503));

const withUrls = (modelId: string, supportedUrls: Record<string, RegExp[]>): MockLanguageModelV4 =>
  new MockLanguageModelV4({ modelId, supportedUrls });

describe('telemetry', () => {
  test('no spans unless asked; one operation span, one span per attempt, nested, failed and served marked', async () => {
    const { tracer, spans, contextWith } = createRecordingTracer();
    const plain = createFallbackModel({ models: [down('a'), healthy('b')] });
    await generateText({ model: plain, prompt: 'hi' });
    expect(spans).toEqual([]);
    const traced = createFallbackModel({
      models: [down('a'), healthy('b')],
      telemetry: { tracer, contextWith },
    });
    await generateText({ model: traced, prompt: 'hi' });
    expect(spans).toMatchObject([
      { name: 'fallback', ended: 1, parent: undefined },
      {
        name: 'fallback.attempt',
        ended: 1,
        parent: 'fallback',
        attributes: {
          'fallback.outcome': 'failed',
          'error.type': 'overloaded',
          'http.response.status_code': 503,
        },
        exceptions: ['status 503'],
      },
      {
        name: 'fallback.attempt',
        ended: 1,
        attributes: { 'fallback.outcome': 'served', 'gen_ai.response.model': 'b' },
      },
    ]);
  });

  test('a stream and a tracer that throws: spans end with the stream, the call is unharmed', async () => {
    const { tracer, spans } = createRecordingTracer();
    const { stream } = await streamWithFallback({
      candidates: [{ id: 'b', model: healthy('b') }],
      params: { prompt },
      telemetry: { tracer },
    });
    expect(spans.map(({ ended }) => ended)).toEqual([0, 0]);
    await drain(stream);
    expect(spans.map(({ ended }) => ended)).toEqual([1, 1]);
    const angry = {
      startSpan: () => {
        throw new Error('no spans today');
      },
    };
    const model = createFallbackModel({ models: [healthy('b')], telemetry: { tracer: angry } });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
  });

  test('onAttempt before onFallback, onAttemptEnd for each; the end exactly once', async () => {
    const events: string[] = [];
    const model = createFallbackModel({
      models: [down('a'), healthy('b')],
      events: {
        onAttempt: ({ candidateId, attemptNumber }) =>
          events.push(`start ${candidateId} ${attemptNumber}`),
        onAttemptEnd: ({ attempt }) => events.push(`${attempt.outcome} ${attempt.candidateId}`),
        onFallback: ({ toCandidateId }) => events.push(`to ${toCandidateId}`),
        onCallEnd: ({ report }) => events.push(`end ${report.served?.candidateId}`),
      },
    });
    await generateText({ model, prompt: 'hi' });
    const [a, b] = ['mock-provider:a', 'mock-provider:b'];
    expect(events).toEqual([
      `start ${a} 1`,
      `failed ${a}`,
      `to ${b}`,
      `start ${b} 2`,
      `served ${b}`,
      `end ${b}`,
    ]);
  });

  test('C11 a hook that throws, rejects or never resolves neither fails nor re-runs a call, and is reported once', async () => {
    const reported: string[] = [];
    const first = healthy('a');
    const model = createFallbackModel({
      models: [first],
      events: {
        onAttempt: () => {
          throw new Error('thrown');
        },
        onAttemptEnd: async () => Promise.reject(new Error('rejected')),
        onCallEnd: async () => new Promise(() => undefined),
        onHookError: (error, hook) => {
          reported.push(`${hook} ${String(error)}`);
          throw new Error('even this one');
        },
      },
    });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of a');
    expect(first.doGenerateCalls).toHaveLength(1);
    expect(reported).toEqual(['onAttempt Error: thrown', 'onAttemptEnd Error: rejected']);
  });
});

describe('metadata', () => {
  test('served model reported, attempts with reasons, generation id kept (+), usage of each attempt', async () => {
    const reports: CallReport[] = [];
    const model = createFallbackModel({
      models: [down('a'), healthy('b')],
      events: { onCallEnd: ({ report }) => reports.push(report) },
    });
    await generateText({ model, prompt: 'hi' });
    expect(reports[0]?.served).toMatchObject({
      candidateId: 'mock-provider:b',
      responseModelId: 'b',
      generationId: 'gen-b',
      usage: usage(),
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    expect(reports[0]?.attempts[0]).toMatchObject({
      outcome: 'failed',
      failure: { class: 'overloaded', status: 503 },
    });
  });

  test('where a provider reports no model id the candidate’s own is reported', async () => {
    const silent = new MockLanguageModelV4({
      modelId: 'silent',
      doGenerate: async () => answer('x'),
    });
    const model = createFallbackModel({ models: [silent] });
    expect((await generateText({ model, prompt: 'hi' })).response.modelId).toBe('silent');
  });

  test('wrapper identity constant, a fallback adds no warnings, metadata is JSON', async () => {
    const model = wrapLanguageModel({
      model: down('a'),
      middleware: fallback({ models: [healthy('b')] }),
    });
    const result = await generateText({ model, prompt: 'hi' });
    expect([model.provider, model.modelId, result.warnings]).toEqual(['mock-provider', 'a', []]);
    const told = result.finalStep.providerMetadata?.['fallback'];
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  test('middleware order kept: an outer middleware sees one call, an inner one only its own model’s', async () => {
    const seen: string[] = [];
    const note = (name: string): Parameters<typeof wrapLanguageModel>[0]['middleware'] => ({
      specificationVersion: 'v4',
      wrapGenerate: async ({ doGenerate }) => {
        seen.push(name);
        return doGenerate();
      },
    });
    const model = wrapLanguageModel({
      model: wrapLanguageModel({ model: down('a'), middleware: note('inner') }),
      middleware: [note('outer'), fallback({ models: [healthy('b')] })].flat(),
    });
    await generateText({ model, prompt: 'hi' });
    expect(seen).toEqual(['outer', 'inner']);
  });

  test('supportedUrls fit every candidate', async () => {
    const model = createFallbackModel({
      models: [
        withUrls('a', { 'image/*': [/^https:/, /^data:/], 'audio/*': [/^https:/] }),
        withUrls('b', { 'image/*': [/^https:/] }),
      ],
    });
    expect(await model.supportedUrls).toEqual({ 'image/*': [/^https:/] });
  });

  test('the metadata function’s story is merged beside what the provider says', async () => {
    const talkative = new MockLanguageModelV4({
      modelId: 'a',
      doGenerate: async () => ({
        ...answer('x'),
        providerMetadata: { mine: { theirs: 1 }, other: { kept: true } },
      }),
    });
    const model = createFallbackModel({
      models: [talkative],
      metadata: () => ({ mine: { ours: 2 } }),
    });
    const { finalStep } = await generateText({ model, prompt: 'hi' });
    expect(finalStep.providerMetadata).toMatchObject({
      mine: { theirs: 1, ours: 2 },
      other: { kept: true },
    });
  });

  test('a metadata function that throws costs the story, not the answer, and the call ends once', async () => {
    const told: unknown[] = [];
    const model = createFallbackModel({
      models: [healthy('b')],
      metadata: () => {
        throw new Error('no story');
      },
      events: {
        onCallEnd: ({ error }) => told.push(error),
        onHookError: (error, hook) => told.push(hook, error),
      },
    });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('text of b');
    expect(await streamText({ model, prompt: 'hi' }).text).toBe('text of b');
    const failure = new Error('no story');
    expect(told.filter((item) => item === undefined)).toHaveLength(2);
    expect(told.filter((item) => item !== undefined)).toEqual([
      'metadata',
      failure,
      'metadata',
      failure,
    ]);
  });

  test('steps’ response.modelId is the served one, in streams too', async () => {
    const model = createFallbackModel({ models: [down('a'), healthy('b')] });
    const result = streamText({ model, prompt: 'hi' });
    await result.consumeStream();
    expect((await result.steps).map(({ response }) => response.modelId)).toEqual(['b']);
  });

  test('a failing call tells its end, too', async () => {
    const ends: unknown[] = [];
    const model = createFallbackModel({
      models: [down('a')],
      maxAttempts: 1,
      events: {
        onCallEnd: ({ report, error }) => ends.push([report.served, error instanceof Error]),
      },
    });
    await caught(generateText({ model, prompt: 'hi' }));
    expect(ends).toEqual([[null, true]]);
  });
});
