import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describe, expect, it } from 'vitest';
import { createTierwise, type TierwiseCallOptions } from '../index.ts';
import { serveSimulator } from '../testing/serve-simulator.ts';
import { wrapped } from '../testing/wrapped-model.ts';
import { parseCallOptions } from './parse-call-options.ts';

const EVERYTHING: Required<TierwiseCallOptions> = {
  tier: 'economy',
  pool: 'CODE',
  allowFree: true,
  models: ['openai/gpt-4.1'],
  allow: ['*'],
  deny: ['acme/*'],
  maxCostUsd: '0.01',
  dataPolicy: 'zdr',
  region: 'eu',
  strictRegion: true,
  expiringWithinDays: 3,
  profile: 'quality',
  target: 0.9,
  confidence: 0.9,
  dial: 5,
  valueUsd: '1',
  latencyUsdPerSecond: '0.001',
  task: 'code',
  difficulty: 0.5,
  session: 'chat-7',
  explain: true,
};

describe('options', () => {
  it('take everything that their type offers', () => {
    expect(parseCallOptions(EVERYTHING)).toEqual(EVERYTHING);
  });

  it.each([
    [{ teir: 'economy' }, /Unrecognized key: "teir"\. Did you mean "tier"\?/],
    [{ maxCostUsd: 0.01 }, /maxCostUsd: write .* string such as '0\.01', not a number/],
    [{ maxCostUsd: '$1' }, /maxCostUsd: write .* string such as '0\.01'/],
  ])('of a call say what was probably meant: %j', (options, message) => {
    expect(() => parseCallOptions(options)).toThrow(message);
  });

  it.each<[object, RegExp]>([
    [
      { fallback: { maxAttemps: 2 } },
      /options\.fallback: .*"maxAttemps"\. Did you mean "maxAttempts"\?/,
    ],
    [{ polcy: {} }, /options: .*"polcy"\. Did you mean "policy"\?/],
    [{ policy: { maxCost: '1' } }, /options\.policy: .*Did you mean "maxCostUsd"\?/],
    [{ endpoints: [{ id: 'a' }] }, /options\.endpoints\.0: expected what loadEndpoints/],
    [{ speeds: { 'a/b': { latency: 1 } } }, /options\.speeds\.a\/b: .*Did you mean "latencyMs"\?/],
  ])('of the plugin say what was probably meant: %j', async (options, message) => {
    const { provider } = await serveSimulator();
    expect(() => wrapped({ provider }, options)).toThrow(message);
  });

  it('count waiting by the speeds that were measured', async () => {
    const { provider } = await serveSimulator();
    const call = { prompt: [{ role: 'user', content: 'Hello, how are you?' }] };
    const steered = {
      ...call,
      providerOptions: { tierwise: { latencyUsdPerSecond: '1' } },
    };
    const [first] = createTierwise({ provider }).plan(call).candidates;
    const speeds = { [first?.modelId ?? '']: { latencyMs: 60_000 } };
    const router = createTierwise({ provider, speeds, catalog: bundledCatalog() });
    expect(router.plan(call).candidates[0]?.modelId).toBe(first?.modelId);
    expect(router.plan(steered).candidates[0]?.modelId).not.toBe(first?.modelId);
    // The price of waiting is general; a call that names another goal keeps it.
    const patient = createTierwise({ provider, speeds, policy: { latencyUsdPerSecond: '1' } });
    const aimed = { ...call, providerOptions: { tierwise: { profile: 'balanced' } } };
    expect(patient.plan(aimed).candidates[0]?.modelId).not.toBe(first?.modelId);
  });
});
