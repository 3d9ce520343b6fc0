import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/create-catalog.ts';
import { bundledHistory } from '../history.ts';
import { FREE_MODELS, MEMORY_MODELS, type Preset, REPORT_MODELS } from '../presets.ts';
import { bundledCatalog } from '../snapshot.ts';
import { testModel } from '../test-model.ts';
import { checkModels } from './check-models.ts';
import type { ExpectedModel } from './expected-model.ts';
import type { Finding, ModelCheck } from './model-check.ts';
import { SEED_FATES, type SeedFate } from './seed-fates.ts';

const catalog = createCatalog({
  asOf: '2026-08-16',
  models: [
    testModel({
      id: 'acme/one',
      canonicalSlug: 'acme/one-20260101',
      capabilities: ['tools'],
      parameters: ['tools'],
    }),
    testModel({ id: '~acme/latest', aliasOf: 'acme/one' }),
    testModel({ id: 'acme/leaving', expiresOn: '2026-08-20' }),
  ],
  tombstones: [
    {
      id: 'acme/gone',
      lastSeenOn: '2026-05-13',
      missingOn: '2026-05-22',
      announcedFor: '2026-05-15',
      successor: 'acme/one',
    },
  ],
});

function findings(model: string | ExpectedModel): readonly Finding[] {
  return checkModels({ catalog, models: [model] })[0]?.findings ?? [];
}

describe('checkModels', () => {
  it('has nothing to say about an id that is as expected', () => {
    const expected = {
      inputUsdPerMillion: '1',
      outputUsdPerMillion: '4.00',
      contextTokens: 100_000,
    };
    expect(findings({ id: 'acme/one', ...expected, capabilities: ['tools'] })).toEqual([]);
  });

  it.each<[string, string | ExpectedModel, Finding]>([
    [
      'is gone',
      'acme/gone',
      {
        type: 'gone',
        lastSeenOn: '2026-05-13',
        missingOn: '2026-05-22',
        announcedFor: '2026-05-15',
        successor: 'acme/one',
      },
    ],
    [
      'is misspelt',
      'acme/onne',
      { type: 'unknown', nearestIds: ['acme/one', '~acme/latest', 'acme/leaving'] },
    ],
    ['has another name', 'acme/one-20260101', { type: 'renamed', to: 'acme/one' }],
    ['is about to end', 'acme/leaving', { type: 'expiring', on: '2026-08-20', days: 4 }],
    ['is an alias', '~acme/latest', { type: 'alias', pointsAt: 'acme/one' }],
    [
      'has a smaller window',
      { id: 'acme/one', contextTokens: 200_000 },
      { type: 'context', expected: 200_000, actual: 128_000 },
    ],
    [
      'lost an ability',
      { id: 'acme/one', capabilities: ['seed'] },
      { type: 'lost-capability', capability: 'seed' },
    ],
    [
      'costs more',
      { id: 'acme/one', inputUsdPerMillion: '0.8' },
      {
        type: 'price',
        rate: 'input',
        expectedUsdPerMillion: '0.8',
        actualUsdPerMillion: '1',
        percent: '25',
      },
    ],
    [
      'is no longer free',
      { id: 'acme/one', inputUsdPerMillion: '0' },
      {
        type: 'price',
        rate: 'input',
        expectedUsdPerMillion: '0',
        actualUsdPerMillion: '1',
        percent: null,
      },
    ],
  ])('reports when an id %s', (_name, model, finding) => {
    expect(findings(model)).toEqual([finding]);
  });

  it('reports a price only beyond the drift that is allowed', () => {
    const models = [{ id: 'acme/one', inputUsdPerMillion: '0.8' }];
    expect(checkModels({ catalog, models, maxPriceDriftPercent: 25 })[0]?.findings).toEqual([]);
    expect(checkModels({ catalog, models, maxPriceDriftPercent: 24.9 })[0]?.findings).toHaveLength(
      1,
    );
  });

  it('says how to write a price', () => {
    expect(() => findings({ id: 'acme/one', inputUsdPerMillion: '$1' })).toThrow(
      /acme\/one.*plain decimal/,
    );
  });
});

describe('the three presets', () => {
  const presets: Readonly<Record<string, Preset>> = {
    '000': MEMORY_MODELS,
    '001': FREE_MODELS,
    '002': REPORT_MODELS,
  };

  it.each(Object.entries(presets))('reports on seed %s as counted by hand', (seed, preset) => {
    const report = checkModels({ catalog: bundledCatalog(), models: preset.models });
    const fates = SEED_FATES.filter((fate) => fate.seed === seed);
    expect(report.map((check) => fateOf(check, seed))).toEqual(fates);
  });

  it('names only pool members that are in the list, and each model once', () => {
    for (const { pools, models } of Object.values(presets)) {
      const ids = models.map((model) => model.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(
        Object.values(pools)
          .flat()
          .filter((id) => !ids.includes(id)),
      ).toEqual([]);
    }
  });

  it('finds every free model of January alive in January, at its price', () => {
    const january = bundledHistory().asOf(FREE_MODELS.asOf);
    const report = checkModels({
      catalog: january,
      models: FREE_MODELS.models.map(({ id }) => id),
    });
    expect(
      report.filter(({ findings: found }) => found.some(({ type }) => type !== 'expiring')),
    ).toEqual([]);
  });
});

/** The report on one id in the words of the count. */
function fateOf({ id, findings: found }: ModelCheck, seed: string): SeedFate {
  const gone = found.find((finding) => finding.type === 'gone');
  if (gone === undefined) {
    return { seed, id, status: 'live', priceChanged: found.some(({ type }) => type === 'price') };
  }
  const { lastSeenOn, missingOn, announcedFor } = gone;
  return { seed, id, status: 'gone', lastSeenOn, missingOn, announcedFor };
}
