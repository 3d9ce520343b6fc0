import { compareUsd } from '@tierwise/pricing';
import { NoCandidateError } from '@tierwise/selector';
import { createClassifier } from '@tierwise/selector/classify';
import { createLearner } from '@tierwise/selector/learn';
import { generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import {
  InvalidOptionsError,
  tierwiseMetadata,
  type TierwiseCallOptions,
  type TierwiseDecision,
} from './index.ts';
import { serveSimulator } from './testing/serve-simulator.ts';
import { EASY, firstCandidates, HARD, isExhausted, wrapped } from './testing/wrapped-model.ts';

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
