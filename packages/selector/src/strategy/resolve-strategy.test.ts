import { type Model, tierOf } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describe, expect, it } from 'vitest';
import { indexModels } from '../model-index/index-models.ts';
import { testModel, testPrices } from '../choose/test-model.ts';
import { resolveStrategy } from './resolve-strategy.ts';
import { STRATEGIES, type StrategyName } from './strategies.ts';

const at = new Date('2026-11-25T12:00:00Z');
const catalog = bundledCatalog();
const index = indexModels(catalog.models);
const names: readonly StrategyName[] = [
  'agents',
  'cascade',
  'free-pools',
  'quick-guide',
  'routing',
];

describe('the strategies of the reports', () => {
  it.each(names)('"%s" has models of today for every role, each with a reason', (name) => {
    const roles = resolveStrategy(STRATEGIES[name], { index, tombstones: catalog.tombstones, at });
    for (const { role, models } of roles) {
      expect({ role, count: models.length }).toEqual({
        role,
        count: expect.toSatisfy((count: number) => count > 0),
      });
      for (const { modelId, reason } of models) {
        expect(catalog.get(modelId)).toBeDefined();
        expect(reason.length).toBeGreaterThan(20);
      }
    }
  });

  it('keep replacements to the price band that was recommended', () => {
    for (const name of names) {
      for (const { policy, models } of resolveStrategy(STRATEGIES[name], { index, at })) {
        for (const { modelId, recommended } of models) {
          if (recommended || policy.tier === undefined) continue;
          expect(tierOf(catalog.resolve(modelId).model)).toBe(policy.tier);
        }
      }
    }
  });

  it('say since when a recommended model is gone: of the free pools all are', () => {
    const roles = resolveStrategy(STRATEGIES['free-pools'], {
      index,
      tombstones: catalog.tombstones,
      at,
    });
    const gone = roles.flatMap((role) => role.gone);
    expect(gone).toHaveLength(13);
    expect(roles.flatMap(({ models }) => models).every(({ recommended }) => !recommended)).toBe(
      true,
    );
    expect(gone.filter(({ detail }) => detail.startsWith('last seen on')).length).toBeGreaterThan(
      5,
    );
  });
});

describe('resolving', () => {
  const role = {
    role: 'code',
    task: 'code' as const,
    difficulty: 0.3,
    recommended: ['acme/gone', 'acme/kept'],
    policy: { tier: 'economy' as const },
  };
  const strategy = { name: 'test', asOf: '2026-01-01', roles: [role] };
  const resolve = (
    models: readonly Model[],
  ): ReturnType<typeof resolveStrategy>[number] | undefined =>
    resolveStrategy(strategy, { index: indexModels(models), at })[0];

  it('keeps what is still listed before what replaces the rest, and says when its price moved', () => {
    const dear = testModel({ id: 'acme/kept', prices: testPrices('0.00001', '0.00003') });
    expect(resolve([dear, testModel({ id: 'zenith/new' })])).toMatchObject({
      gone: [{ modelId: 'acme/gone', detail: 'not listed' }],
      models: [
        {
          modelId: 'acme/kept',
          recommended: true,
          reason: 'recommended for code and still listed, now premium instead of economy',
        },
        {
          modelId: 'zenith/new',
          recommended: false,
          reason: expect.stringMatching(/^instead of acme\/gone: /),
        },
      ],
    });
  });

  it('leaves a role empty that no model of today fits', () => {
    const dear = testModel({ id: 'zenith/dear', prices: testPrices('0.00001', '0.00003') });
    expect(resolve([dear])?.models).toEqual([]);
  });
});
