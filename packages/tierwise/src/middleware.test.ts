import { APICallError } from '@ai-sdk/provider';
import { createLiveCatalog, TIERS } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { FallbackExhaustedError } from '@tierwise/fallback-middleware';
import { compareUsd, sumUsd } from '@tierwise/pricing';
import { createClassifier, createLearner, NoCandidateError } from '@tierwise/selector';
import { generateText, isStepCount, Output, streamText, tool, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  createTierwise,
  InvalidOptionsError,
  tierwise,
  type TierwiseCallOptions,
  type TierwiseDecision,
  tierwiseMetadata,
  type TierwiseOptions,
} from './index.ts';
import { serveSimulator, type ServedSimulator } from './testing/serve-simulator.ts';

const EASY = 'Hello, how are you?';
const HARD =
  'Prove that this lock-free queue is linearizable and derive its asymptotic complexity under concurrency, step by step.';

function wrapped(
  { provider }: Pick<ServedSimulator, 'provider'>,
  options: Partial<TierwiseOptions> = {},
): ReturnType<typeof wrapLanguageModel> {
  return wrapLanguageModel({
    model: provider('openrouter/auto'),
    middleware: tierwise({ provider, ...options }),
  });
}

function firstCandidates({ provider }: ServedSimulator, prompt: string): string[] {
  const { candidates } = createTierwise({ provider }).plan({
    prompt: [{ role: 'user', content: prompt }],
  });
  return candidates.map(({ modelId }) => modelId);
}

function isExhausted(error: unknown): boolean {
  return FallbackExhaustedError.isInstance(error);
}

describe('one wrapped model', () => {
  it('answers generateText with the model it chose, and tells decision, attempt and cost', async () => {
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

describe('when models fail', () => {
  it('falls over unseen, and the failed attempt is told with its cost', async () => {
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
    'answers 200 concurrent calls with a dead primary, each told by the model that served it',
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

describe('what a call asks for', () => {
  it('is answered from the tier it names', async () => {
    const served = await serveSimulator();
    for (const tier of ['free', 'economy', 'premium'] as const) {
      const { providerMetadata } = await generateText({
        model: wrapped(served),
        prompt: EASY,
        providerOptions: { tierwise: { tier } },
      });
      expect(tierwiseMetadata(providerMetadata)?.decision).toMatchObject({
        tier,
        candidates: expect.arrayContaining([expect.objectContaining({ tier })]),
      });
    }
  });

  it('never moves from free to paid, even when every free model fails', async () => {
    const served = await serveSimulator({
      faults: [{ model: '*:free', type: 'status', status: 503 }],
    });
    const call = generateText({
      model: wrapped(served),
      prompt: EASY,
      providerOptions: { tierwise: { tier: 'free' } },
    });
    await expect(call).rejects.toSatisfy(isExhausted);
    for (const { modelAsked } of served.simulator.requests()) expect(modelAsked).toMatch(/:free$/);
  });

  it('lists every dropped model when it asks to be explained', async () => {
    const served = await serveSimulator();
    const { providerMetadata } = await generateText({
      model: wrapped(served),
      prompt: EASY,
      providerOptions: { tierwise: { explain: true } },
    });
    expect(tierwiseMetadata(providerMetadata)?.decision.dropped).toContainEqual({
      modelId: 'openrouter/auto',
      rule: 'moving-target',
      detail: expect.any(String),
    });
  });

  it('is refused when it is misspelt, naming the key', async () => {
    const served = await serveSimulator();
    const call = generateText({
      model: wrapped(served),
      prompt: EASY,
      providerOptions: { tierwise: { maxCost: 1, tier: 'cheap' } },
    });
    await expect(call).rejects.toSatisfy(InvalidOptionsError.isInstance);
    await expect(call).rejects.toThrow(/providerOptions\.tierwise\.tier/);
    await expect(call).rejects.toThrow(/maxCost/);
  });

  it('is refused with the nearest ids when it names an unknown model', async () => {
    const served = await serveSimulator();
    const call = generateText({
      model: wrapped(served),
      prompt: EASY,
      providerOptions: { tierwise: { models: ['openai/gpt-4.1-nanoo'] } },
    });
    await expect(call).rejects.toThrow(/openai\/gpt-4\.1-nano/);
  });

  it('is refused when no model fits, saying which rules left them out', async () => {
    const served = await serveSimulator();
    const call = generateText({
      model: wrapped(served),
      prompt: EASY,
      providerOptions: { tierwise: { maxCostUsd: '0' } },
    });
    await expect(call).rejects.toSatisfy(NoCandidateError.isInstance);
    await expect(call).rejects.toThrow(/max-cost/);
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

describe('health', () => {
  it('is shared by the calls of one instance, so a dead model is soon skipped and told as such', async () => {
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

describe('how sure an answer has to be', () => {
  it('is steered by a profile, a target or the dial, for one call or for all', async () => {
    const served = await serveSimulator();
    const chanceWith = async (steering: TierwiseCallOptions): Promise<number> => {
      const { providerMetadata } = await generateText({
        model: wrapped(served, { policy: { target: 0.7 } }),
        prompt: HARD,
        providerOptions: { tierwise: { ...steering } },
      });
      return tierwiseMetadata(providerMetadata)?.decision.candidates[0]?.pOk ?? 0;
    };
    const chances = [
      await chanceWith({}),
      await chanceWith({ profile: 'balanced' }),
      await chanceWith({ target: 0.92 }),
    ];
    expect(chances).toEqual(chances.toSorted((one, other) => one - other));
    expect(chances[0]).toBeLessThan(0.9);
    expect(chances[2]).toBeGreaterThanOrEqual(0.92);
  });

  it('is raised by an answer with traces of error: an abler model answers instead, and the learner hears of it', async () => {
    const served = await serveSimulator();
    const learner = createLearner({ nowMs: () => Date.now() });
    const { providerMetadata } = await generateText({
      model: wrapped(served, { escalate: true, learner, maxCandidates: 2 }),
      prompt: HARD,
      // Cut answers are what the local checks find in anything the simulator writes.
      maxOutputTokens: 5,
    });
    const metadata = tierwiseMetadata(providerMetadata);
    const [first, second] = metadata?.decision.candidates ?? [];
    expect(metadata?.attempts).toMatchObject([
      { modelId: first?.modelId, outcome: 'failed' },
      { modelId: second?.modelId, outcome: 'served' },
    ]);
    expect(second?.pOk).toBeGreaterThan(first?.pOk ?? 1);
    expect(learner.offsetOf(first?.modelId ?? '', 'reasoning')).toBeLessThan(0);
    expect(compareUsd(metadata?.cost.usd ?? '0', metadata?.attempts[0]?.cost.usd ?? '0')).toBe(1);
  });

  it('holds a stream back until its answer has passed', async () => {
    const served = await serveSimulator();
    const result = streamText({
      model: wrapped(served, { escalate: true, maxCandidates: 2 }),
      prompt: HARD,
      maxOutputTokens: 5,
    });
    await result.consumeStream();
    expect(tierwiseMetadata(await result.providerMetadata)?.attempts).toMatchObject([
      { outcome: 'failed' },
      { outcome: 'served' },
    ]);
  });

  it('follows a classifier of the user where the rules are undecided, below what the call says', async () => {
    const served = await serveSimulator();
    const classifier = createClassifier({
      classify: () => ({ task: 'maths', difficulty: 0.97 }),
      isWorthAsking: () => true,
    });
    const decisionOf = async (
      steering: TierwiseCallOptions,
    ): Promise<TierwiseDecision | undefined> => {
      const { providerMetadata } = await generateText({
        model: wrapped(served, { classifier }),
        prompt: EASY,
        providerOptions: { tierwise: { ...steering } },
      });
      return tierwiseMetadata(providerMetadata)?.decision;
    };
    expect(await decisionOf({})).toMatchObject({ task: 'maths', difficulty: 0.97 });
    expect(await decisionOf({ task: 'chat' })).toMatchObject({ task: 'chat', difficulty: 0.97 });
  });

  it('takes abilities that the user knows better', async () => {
    const served = await serveSimulator();
    const [, second = ''] = firstCandidates(served, HARD);
    const model = wrapped(served, {
      abilities: { [second]: 90 },
      policy: { target: 0.99 },
    });
    const { response } = await generateText({ model, prompt: HARD });
    expect(response.modelId).toBe(second);
  });

  it.each<[string, object]>([
    ['policy.profile', { policy: { profile: 'best' } }],
    ['policy.target', { policy: { target: 2 } }],
    ['escalate', { escalate: 3 }],
    ['learner', { learner: {} }],
    ['calibration', { calibration: { version: 2 } }],
    ['classifier', { classifier: 'gpt' }],
    ['abilities', { abilities: { 'a/b': 'good' } }],
  ])('names a wrong %s', async (path, options) => {
    const { provider } = await serveSimulator();
    expect(() => wrapped({ provider }, options)).toThrow(`options.${path}`);
  });
});
