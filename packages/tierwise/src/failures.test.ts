import { APICallError } from '@ai-sdk/provider';
import { FallbackExhaustedError } from '@tierwise/fallback-middleware';
import { compareUsd, sumUsd } from '@tierwise/pricing';
import { generateText, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TierwiseOptions, tierwiseMetadata } from './index.ts';
import { serveSimulator } from './testing/serve-simulator.ts';
import { EASY, firstCandidates, isExhausted, wrapped } from './testing/wrapped-model.ts';

describe('when models fail', () => {
  it('fails over unseen, and the failed attempt is reported with its cost', async () => {
    const served = await serveSimulator();
    const [primary = '', secondary = ''] = firstCandidates(served, EASY);
    served.simulator.faults.add({ model: primary, type: 'status', status: 503 });
    const { response, providerMetadata } = await generateText({
      model: wrapped(served),
      prompt: EASY,
    });
    expect(response.modelId).toBe(secondary);
    expect(tierwiseMetadata(providerMetadata)?.attempts).toMatchObject([
      {
        modelId: primary,
        outcome: 'failed',
        failure: { class: 'overloaded', status: 503 },
        cost: { usd: '0', source: 'computed' },
      },
      { modelId: secondary, outcome: 'served' },
    ]);
  });

  it('replaces a stream that breaks before its first content, and calls its cost unknown', async () => {
    const served = await serveSimulator();
    const [primary = ''] = firstCandidates(served, EASY);
    served.simulator.faults.add({ model: primary, type: 'cut', at: 'before-content' });
    const result = streamText({ model: wrapped(served), prompt: EASY });
    expect(await result.text).toContain('[simulated reply]');
    const metadata = tierwiseMetadata(await result.providerMetadata);
    expect(metadata).toMatchObject({
      attempts: [
        { outcome: 'failed', cost: { usd: null, source: 'unknown' } },
        { outcome: 'served' },
      ],
    });
    expect(metadata?.cost).toMatchObject({
      usd: null,
      source: 'unknown',
      atLeastUsd: metadata?.attempts[1]?.cost.usd,
    });
  });

  it(
    'answers 200 concurrent calls with a dead primary, each reported with the model that served it',
    { timeout: 60_000 },
    async () => {
      const served = await serveSimulator();
      const [primary = '', secondary = ''] = firstCandidates(served, EASY);
      served.simulator.faults.add({ model: primary, type: 'status', status: 502 });
      const model = wrapped(served);
      const results = await Promise.all(
        Array.from({ length: 200 }, () => generateText({ model, prompt: EASY })),
      );
      for (const { response, providerMetadata } of results) {
        expect(response.modelId).toBe(secondary);
        expect(tierwiseMetadata(providerMetadata)).toMatchObject({
          attempts: [
            { modelId: primary, outcome: expect.stringMatching(/^(failed|skipped)$/) },
            { modelId: secondary, outcome: 'served' },
          ],
          served: { modelId: secondary, generationId: response.id },
        });
      }
      const paid = sumUsd(
        results.map(({ providerMetadata }) => tierwiseMetadata(providerMetadata)?.cost.usd ?? '0'),
      );
      expect(
        compareUsd(paid, sumUsd(served.simulator.requests().map(({ costUsd }) => costUsd))),
      ).toBe(0);
    },
  );

  it('tells the whole story in one error that the SDK does not retry', async () => {
    const served = await serveSimulator({ faults: [{ type: 'status', status: 503 }] });
    const failure: unknown = await generateText({ model: wrapped(served), prompt: EASY }).catch(
      (error: unknown) => error,
    );
    expect(failure).toSatisfy((error: unknown) => APICallError.isInstance(error));
    if (!FallbackExhaustedError.isInstance(failure)) throw failure;
    expect(failure.isRetryable).toBe(false);
    expect(new Set(failure.attempts.map(({ candidateId }) => candidateId)).size).toBe(4);
    expect(failure.attempts).toHaveLength(served.simulator.requests().length);
    expect(failure.attempts.length).toBeLessThanOrEqual(8);
    expect(String(failure)).not.toContain(EASY);
  });

  it('asks the wrapped model only as a last resort that was asked for', async () => {
    const served = await serveSimulator();
    for (const model of firstCandidates(served, EASY))
      served.simulator.faults.add({ model, type: 'status', status: 503 });
    await expect(generateText({ model: wrapped(served), prompt: EASY })).rejects.toSatisfy(
      isExhausted,
    );
    const { providerMetadata } = await generateText({
      model: wrapped(served, { lastResort: 'wrapped' }),
      prompt: EASY,
    });
    expect(tierwiseMetadata(providerMetadata)?.attempts.at(-1)).toMatchObject({
      modelId: 'openrouter/auto',
      outcome: 'served',
    });
  });

  it('starts no attempt after an abort', async () => {
    const served = await serveSimulator();
    const reason = new Error('the user left');
    const call = generateText({
      model: wrapped(served),
      prompt: EASY,
      abortSignal: AbortSignal.abort(reason),
    });
    await expect(call).rejects.toBe(reason);
    expect(served.simulator.requests()).toHaveLength(0);
  });
});

describe('an agent’s run', () => {
  it('stays with the model that took over, so that a dead one is asked once and not at every step', async () => {
    const served = await serveSimulator();
    const question = 'What is the weather in Paris?';
    const weather = tool({ inputSchema: z.object({ city: z.string() }), execute: () => 21 });
    const ask = (): ReturnType<typeof generateText<{ weather: typeof weather }>> =>
      generateText({
        model: wrapped(served),
        prompt: question,
        tools: { weather },
        stopWhen: stepCountIs(3),
      });
    const [primary = ''] = (await ask()).steps.map(({ response }) => response.modelId);
    served.simulator.faults.add({ model: primary, type: 'status', status: 503 });
    served.simulator.clearRequests();
    const { steps } = await ask();
    expect(steps.length).toBeGreaterThan(1);
    expect(new Set(steps.map(({ response }) => response.modelId)).size).toBe(1);
    expect(served.simulator.requests({ modelAsked: primary })).toHaveLength(1);
  });
});

describe('stickiness', () => {
  it('never overrules the models that a step names itself, and can be switched off', async () => {
    const served = await serveSimulator();
    const weather = tool({ inputSchema: z.object({ city: z.string() }), execute: () => 21 });
    const [first = '', other = ''] = firstCandidates(served, EASY);
    const servedBy = async (
      options: Partial<TierwiseOptions>,
      named: boolean,
    ): Promise<string[]> => {
      const { steps } = await generateText({
        model: wrapped(served, options),
        prompt: 'What is the weather in Paris?',
        tools: { weather },
        stopWhen: stepCountIs(3),
        prepareStep: ({ stepNumber }) => ({
          providerOptions: {
            tierwise: { models: stepNumber === 0 ? [other] : named ? [first, other] : [other] },
          },
        }),
      });
      return steps.map(({ response }) => response.modelId);
    };
    expect(await servedBy({}, true)).toEqual([other, first]);
    expect(await servedBy({ fallback: { stickiness: false } }, true)).toEqual([other, first]);
  });
});

describe('health', () => {
  it('is kept where its option is undefined, which means the default', async () => {
    const served = await serveSimulator();
    const [primary = ''] = firstCandidates(served, EASY);
    served.simulator.faults.add({ model: primary, type: 'status', status: 503 });
    const model = wrapped(served, { fallback: { health: undefined } });
    for (let call = 0; call < 12; call += 1) await generateText({ model, prompt: EASY });
    expect(served.simulator.requests({ modelAsked: primary }).length).toBeLessThan(12);
  });

  it('is shared by the calls of one instance, so a dead model is soon skipped and reported as such', async () => {
    const served = await serveSimulator();
    const [primary = ''] = firstCandidates(served, EASY);
    served.simulator.faults.add({ model: primary, type: 'status', status: 503 });
    const model = wrapped(served);
    for (let call = 0; call < 12; call += 1) await generateText({ model, prompt: EASY });
    const { providerMetadata } = await generateText({ model, prompt: EASY });
    expect(tierwiseMetadata(providerMetadata)?.attempts).toMatchObject([
      { modelId: primary, outcome: 'skipped', reason: expect.any(String), cost: { usd: '0' } },
      { outcome: 'served' },
    ]);
    expect(served.simulator.requests({ modelAsked: primary }).length).toBeLessThan(12);
  });
});
