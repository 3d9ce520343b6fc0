import { createLiveCatalog, TIERS } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { generateText, isStepCount, Output, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tierwise, tierwiseMetadata } from './index.ts';
import { serveSimulator } from './testing/serve-simulator.ts';
import { EASY, firstCandidates, HARD, wrapped } from './testing/wrapped-model.ts';

describe('one wrapped model', () => {
  it('answers generateText with the model it chose, and reports decision, attempt and cost', async () => {
    const served = await serveSimulator();
    const [expected] = firstCandidates(served, EASY);
    const { text, response, providerMetadata } = await generateText({
      model: wrapped(served),
      prompt: EASY,
    });
    const metadata = tierwiseMetadata(providerMetadata);
    expect(text).toContain('[simulated reply]');
    expect(response.modelId).toBe(expected);
    expect(metadata).toMatchObject({
      decision: {
        task: 'chat',
        tier: 'ultra-low',
        language: 'en',
        candidates: [{ modelId: expected }, {}, {}, {}],
      },
      attempts: [{ modelId: expected, outcome: 'served', cost: { source: 'reported' } }],
      served: { modelId: expected },
      cost: { source: 'reported', baseline: { usd: expect.any(String) } },
      simulated: true,
    });
    expect(metadata?.cost.usd).toBe(served.simulator.requests().at(-1)?.costUsd);
  });

  it('answers streamText the same way, with the story in the last step', async () => {
    const served = await serveSimulator();
    const result = streamText({ model: wrapped(served), prompt: EASY });
    const chunks: string[] = [];
    for await (const chunk of result.textStream) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(1);
    expect(tierwiseMetadata(await result.providerMetadata)).toMatchObject({
      attempts: [{ outcome: 'served', ttftMs: expect.any(Number) }],
      served: { modelId: (await result.response).modelId },
    });
  });

  it('runs a tool loop on models that have tools, deciding each step', async () => {
    const served = await serveSimulator();
    const asked: string[] = [];
    const weather = tool({
      description: 'Tells the weather of a city.',
      inputSchema: z.object({ city: z.string() }),
      execute: ({ city }) => {
        asked.push(city);
        return { celsius: 21 };
      },
    });
    const { steps } = await generateText({
      model: wrapped(served),
      prompt: 'What is the weather in Taipei?',
      tools: { weather },
      stopWhen: isStepCount(3),
    });
    expect(asked).toHaveLength(1);
    expect(
      steps.map(({ providerMetadata }) => tierwiseMetadata(providerMetadata)?.decision.task),
    ).toEqual(['agent-step', 'agent-step']);
  });

  it('fills a schema with Output.object on a model that keeps to schemas', async () => {
    const served = await serveSimulator();
    const schema = z.object({
      city: z.string(),
      population: z.int().min(0),
      tags: z.array(z.enum(['coast', 'inland'])).min(1),
    });
    const { output } = await generateText({
      model: wrapped(served),
      prompt: 'Extract the facts: Taichung, 2.8 million.',
      output: Output.object({ schema }),
    });
    expect(schema.parse(output)).toEqual(output);
  });

  it('sends hard calls to a dearer tier than easy ones', async () => {
    const served = await serveSimulator();
    const model = wrapped(served);
    const [easy, hard] = await Promise.all([
      generateText({ model, prompt: EASY }),
      generateText({ model, prompt: HARD }),
    ]);
    const tiers = [easy, hard].map(
      ({ providerMetadata }) => tierwiseMetadata(providerMetadata)?.decision.tier ?? 'free',
    );
    expect(tiers.map((tier) => TIERS.indexOf(tier))).toEqual([
      TIERS.indexOf('ultra-low'),
      expect.toSatisfy((rank: number) => rank > TIERS.indexOf('ultra-low')),
    ]);
  });

  it('keeps its own identity, whoever answers', async () => {
    const served = await serveSimulator();
    const model = wrapped(served);
    const { steps } = await generateText({ model, prompt: EASY });
    expect(steps[0]?.model).toMatchObject({ modelId: 'openrouter/auto' });
  });
});

describe('a live catalogue', () => {
  it('is used by the next call as soon as it has moved on', async () => {
    const served = await serveSimulator();
    const [first = ''] = firstCandidates(served, EASY);
    const live = createLiveCatalog({
      fallback: bundledCatalog(),
      fetch: served.simulator.fetch,
      now: () => new Date('2026-11-25T12:00:00Z'),
    });
    const model = wrapped(served, { catalog: live });
    served.simulator.catalog.remove(first);
    await live.refresh({ force: true });
    const { response } = await generateText({ model, prompt: EASY });
    expect(live.current().source).toBe('live');
    expect(response.modelId).not.toBe(first);
  });
});

describe('options', () => {
  it('are refused by name when they are wrong', () => {
    const wrong = { provider: {}, maxCandidates: 0, polcy: {} };
    // A JavaScript user has no types, so the check must hold without them.
    const attempt = (): unknown => Reflect.apply(tierwise, undefined, [wrong]);
    expect(attempt).toThrow(/options\.provider: expected a provider/);
    expect(attempt).toThrow(/options\.maxCandidates/);
    expect(attempt).toThrow(/polcy/);
  });
});
