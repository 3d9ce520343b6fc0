import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/create-catalog.ts';
import type { Prices } from '../model.ts';
import { bundledCatalog } from '../snapshot.ts';
import { InvalidQueryError } from '../errors/invalid-query-error.ts';
import { testModel } from '../test-model.ts';
import type { ModelQuery } from './model-query.ts';

function prices(input: string, output: string): Prices {
  return { rates: { input, output }, overrides: [], dynamic: false };
}

const catalog = createCatalog({
  asOf: '2026-08-16',
  models: [
    testModel({
      id: 'acme/tool',
      capabilities: ['tools'],
      prices: prices('0.000002', '0.000002'),
      benchmarks: [
        { source: 'artificial-analysis', metric: 'coding', value: 55, asOf: '2026-08-16' },
      ],
    }),
    testModel({ id: 'acme/eyes', inputModalities: ['text', 'image'], contextTokens: 1_000_000 }),
    testModel({ id: 'other/gift:free', prices: prices('0', '0'), contextTokens: null }),
    testModel({ id: 'other/leaving', expiresOn: '2026-08-20', createdOn: '2026-05-01' }),
    testModel({ id: 'other/left', expiresOn: '2026-08-01' }),
    testModel({ id: 'openrouter/router', prices: { rates: {}, overrides: [], dynamic: true } }),
    testModel({ id: '~acme/latest' }),
    testModel({ id: 'acme/tool:batch' }),
  ],
});

function find(query: ModelQuery): readonly string[] {
  return catalog.find(query).map((model) => model.id);
}

describe('catalog.find', () => {
  it('leaves out aliases, routers, batch ids and models whose announced end has passed', () => {
    expect(find({})).toEqual(['acme/eyes', 'acme/tool', 'other/gift:free', 'other/leaving']);
    const everything = { aliases: true, routers: true, batch: true, availableOn: '2026-01-01' };
    expect(find(everything)).toEqual(catalog.models.map((model) => model.id).toSorted());
  });

  it.each<[string, ModelQuery, readonly string[]]>([
    ['ability', { capabilities: ['tools'] }, ['acme/tool']],
    ['input modality', { inputModalities: ['image'] }, ['acme/eyes']],
    ['vendor', { vendors: ['acme'] }, ['acme/eyes', 'acme/tool']],
    ['variant', { variants: ['free'] }, ['other/gift:free']],
    ['being free', { free: true }, ['other/gift:free']],
    ['tier', { tiers: ['free', 'premium'] }, ['other/gift:free']],
    ['context', { minContextTokens: 500_000 }, ['acme/eyes']],
    ['input price', { maxInputUsdPerMillion: '1', free: false }, ['acme/eyes', 'other/leaving']],
    ['blended price', { maxBlendedUsdPerMillion: '2', free: false }, ['acme/tool']],
    ['age', { createdAfter: '2026-04-01' }, ['other/leaving']],
    ['a list of ids', { ids: ['acme/eyes', 'acme/none'] }, ['acme/eyes']],
    ['family', { family: 'other/le' }, ['other/leaving']],
    ['pool', { pool: 'VISION' }, ['acme/eyes']],
    ['benchmark', { minBenchmarks: { coding: 50 } }, ['acme/tool']],
    ['expiry', { expiringBy: '2026-08-31' }, ['other/leaving']],
  ])('filters by %s', (_name, query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  it('sorts by price or context, with what lacks the fact at the end', () => {
    expect(find({ sortBy: 'price', limit: 2 })).toEqual(['other/gift:free', 'acme/tool']);
    expect(find({ sortBy: 'benchmark:coding' })[0]).toBe('acme/tool');
    expect(find({ sortBy: 'context' }).at(-1)).toBe('other/gift:free');
  });

  it('says how to write a price when a limit is no decimal', () => {
    expect(() => find({ maxInputUsdPerMillion: '$1' })).toThrow(/maxInputUsdPerMillion.*"0\.5"/);
  });

  it('B3.23: gives the same answer for any order of the models', () => {
    const { models, asOf } = bundledCatalog();
    fc.assert(
      fc.property(fc.shuffledSubarray([...models], { minLength: models.length }), (shuffled) => {
        const query: ModelQuery = { capabilities: ['tools'], sortBy: 'price', limit: 20 };
        expect(createCatalog({ models: shuffled, asOf }).find(query)).toEqual(
          bundledCatalog().find(query),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('a query that cannot be used', () => {
  it.each([
    [{ tier: ['free'] }, /no part "tier"\. Did you mean "tiers"\?/],
    [{ tiers: ['cheap'] }, /"tiers" holds "cheap", none of free, ultra-low/],
    [{ capabilities: ['tool'] }, /"capabilities" holds "tool"/],
    [{ pool: 'BIG' }, /"pool" holds "BIG", none of SMALL, LARGE/],
  ])('is refused: %j', (query, message) => {
    const attempt = (): unknown => Reflect.apply(find, undefined, [query]);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(
      expect.toSatisfy((error: unknown) => InvalidQueryError.isInstance(error)),
    );
  });
});
