import { NoSuchModelError } from '@ai-sdk/provider';
import { createProviderRegistry, generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import {
  createTierwise,
  InvalidOptionsError,
  stampOpenRouter,
  tierwiseMetadata,
} from '../index.ts';
import { serveSimulator } from '../testing/serve-simulator.ts';

const PROMPT = 'Hello, how are you?';

describe('createTierwise', () => {
  it('serves its routes through a provider registry, with usage intact', async () => {
    const { provider } = await serveSimulator();
    const registry = createProviderRegistry({ tierwise: createTierwise({ provider }) });
    const { usage, providerMetadata } = await generateText({
      model: registry.languageModel('tierwise:economy'),
      prompt: PROMPT,
    });
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(tierwiseMetadata(providerMetadata)?.decision.tier).toBe('economy');
  });

  it.each([
    ['auto', { task: 'chat' }],
    ['code', { task: 'code' }],
    ['vision', { task: 'vision' }],
    ['free', { tier: 'free' }],
    ['premium', { tier: 'premium' }],
    ['memory', { task: 'extraction' }],
  ] as const)('has the route "%s"', async (route, decision) => {
    const { provider } = await serveSimulator();
    const result = streamText({
      model: createTierwise({ provider }).languageModel(route),
      prompt: PROMPT,
    });
    await result.consumeStream();
    expect(tierwiseMetadata(await result.providerMetadata)).toMatchObject({ decision });
  });

  it("takes routes of one's own, and a call can still steer them", async () => {
    const { provider } = await serveSimulator();
    const own = createTierwise({
      provider,
      routes: { support: { tier: 'economy', task: 'chat' } },
    });
    const call = { model: own.languageModel('support'), prompt: PROMPT };
    const usual = await generateText(call);
    const steered = await generateText({
      ...call,
      providerOptions: { tierwise: { tier: 'ultra-low' } },
    });
    const tiers = [usual, steered].map(
      ({ providerMetadata }) => tierwiseMetadata(providerMetadata)?.decision.tier,
    );
    expect(tiers).toEqual(['economy', 'ultra-low']);
  });

  it('refuses a route it does not know, naming those it does', async () => {
    const { provider } = await serveSimulator();
    const attempt = (): unknown => createTierwise({ provider }).languageModel('cheapest');
    expect(attempt).toThrow(/Routes: auto, code, vision/);
    expect(attempt).toThrow(
      expect.toSatisfy((error: unknown) => NoSuchModelError.isInstance(error)),
    );
  });

  it('refuses a wrong route when it is made, not when it is called', async () => {
    const { provider } = await serveSimulator();
    const routes = { broken: { tier: 'cheap' } };
    const attempt = (): unknown => Reflect.apply(createTierwise, undefined, [{ provider, routes }]);
    expect(attempt).toThrow(expect.toSatisfy(InvalidOptionsError.isInstance));
  });

  it('plans without calling anything', async () => {
    const { provider, simulator } = await serveSimulator();
    const decision = createTierwise({ provider }).plan({
      prompt: [{ role: 'user', content: '请证明根号二是无理数' }],
    });
    expect(decision).toMatchObject({ language: 'zh-Hans', candidates: expect.arrayContaining([]) });
    expect(simulator.requests()).toHaveLength(0);
  });
});

describe('stampOpenRouter', () => {
  it("keeps usage and finish reason intact in a registry, which OpenRouter's own object does not", async () => {
    const { provider } = await serveSimulator();
    const registry = createProviderRegistry({ openrouter: stampOpenRouter(provider) });
    const { usage, finishReason } = await generateText({
      model: registry.languageModel('openrouter:openai/gpt-4.1-nano'),
      prompt: PROMPT,
    });
    expect(usage.totalTokens).toBeGreaterThan(0);
    expect(finishReason).toBe('stop');
  });
});
