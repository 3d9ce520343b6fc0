import { describe, expect, it } from 'vitest';
import type { Policy } from '../filter/policy.ts';
import { indexModels, type IndexModelsOptions } from '../model-index/index-models.ts';
import { describeCall } from '../requirements/describe-call.ts';
import { selectCandidates, type Selection } from './select-candidates.ts';
import { testEndpoint } from './test-endpoint.ts';
import { testModel, testPrices } from './test-model.ts';

const MODELS = ['a/europe', 'b/america', 'c/unsaid', 'd/unlisted'].map((id) => testModel({ id }));

const ENDPOINTS = [
  testEndpoint({ modelId: 'a/europe', region: 'us' }),
  testEndpoint({ modelId: 'a/europe', region: 'eu' }),
  testEndpoint({ modelId: 'b/america', region: 'us' }),
  testEndpoint({ modelId: 'b/america', region: 'global' }),
  testEndpoint({ modelId: 'c/unsaid', region: 'us' }),
  testEndpoint({ modelId: 'c/unsaid', region: null }),
];

function select(policy: Policy, options: IndexModelsOptions, models = MODELS): Selection {
  return selectCandidates({
    index: indexModels(models, options),
    requirements: describeCall({ prompt: [{ role: 'user', content: 'Hello' }] }),
    policy,
    at: new Date('2026-11-12T12:00:00Z'),
  });
}

describe('a region', () => {
  it('keeps models that are known to be there and those of which it is not known', () => {
    const { candidates, dropped } = select({ region: 'eu' }, { endpoints: ENDPOINTS });
    expect(candidates.map(({ modelId }) => modelId)).toEqual([
      'a/europe',
      'c/unsaid',
      'd/unlisted',
    ]);
    expect(dropped).toEqual([
      {
        modelId: 'b/america',
        rule: 'region',
        detail: 'its endpoints are in us, global, asked for eu',
      },
    ]);
  });

  it('asked for strictly keeps nothing that is not known to be there', () => {
    const { candidates, dropped } = select(
      { region: 'eu', strictRegion: true },
      { endpoints: ENDPOINTS },
    );
    expect(candidates.map(({ modelId }) => modelId)).toEqual(['a/europe']);
    expect(dropped.map(({ detail }) => detail)).toContain('no endpoint is known to be in eu');
  });

  it('is forgotten by no policy that asks for another', () => {
    const index = indexModels(MODELS, { endpoints: ENDPOINTS });
    const requirements = describeCall({ prompt: [] });
    const firstIn = (region: 'eu' | 'us'): string =>
      selectCandidates({ index, requirements, policy: { region, strictRegion: true } })
        .candidates.map(({ modelId }) => modelId)
        .join();
    expect(firstIn('eu')).toBe('a/europe');
    expect(firstIn('us')).toBe('a/europe,b/america,c/unsaid');
    expect(firstIn('eu')).toBe('a/europe');
  });
});

describe('the price of waiting', () => {
  const quick = testModel({ id: 'a/quick', prices: testPrices('0.000002', '0.000004') });
  const slow = testModel({ id: 'b/slow', prices: testPrices('0.000001', '0.000002') });
  const speeds = {
    'a/quick': { latencyMs: 200, tokensPerSecond: 300 },
    'b/slow': { latencyMs: 4_000, tokensPerSecond: 20 },
  };
  const firstOf = (policy: Policy, options: IndexModelsOptions): string =>
    select(policy, options, [quick, slow]).candidates[0].modelId;

  const costs = (policy: Policy): string[] =>
    select(policy, { speeds }, [quick, slow])
      .candidates.map(({ modelId, estCostUsd }) => `${modelId} ${estCostUsd}`)
      .toSorted();

  it('lets a quicker model answer at a higher price', () => {
    expect(firstOf({}, { speeds })).toBe('b/slow');
    expect(firstOf({ latencyUsdPerSecond: '0.0001' }, { speeds })).toBe('a/quick');
    expect(firstOf({ latencyUsdPerSecond: '0.0001', valueUsd: '1' }, { speeds })).toBe('a/quick');
  });

  it('adds nothing where nobody has measured, and never changes what a candidate costs', () => {
    expect(firstOf({ latencyUsdPerSecond: '0.0001' }, {})).toBe('b/slow');
    expect(costs({ latencyUsdPerSecond: '0.0001' })).toEqual(costs({}));
  });

  it('reads speeds from endpoints, the middle one of their medians, below what you have measured', () => {
    const endpoints = [100, 9_000, 5_000].map((p50) =>
      testEndpoint({ modelId: 'b/slow', latencyMs: { p50, p75: null, p90: null, p99: null } }),
    );
    const [, indexed] = indexModels([quick, slow], { endpoints });
    expect(indexed?.speed).toEqual({ latencyMs: 5_000, tokensPerSecond: null });
    const [, corrected] = indexModels([quick, slow], {
      endpoints,
      speeds: { 'b/slow': { latencyMs: 300 } },
    });
    expect(corrected?.speed.latencyMs).toBe(300);
  });
});
