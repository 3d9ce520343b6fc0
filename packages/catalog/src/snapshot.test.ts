import { describe, expect, it } from 'vitest';
import { parseDecimal } from './decimal/parse-decimal.ts';
import type { Model } from './model.ts';
import { parseModelId } from './parse/parse-model-id.ts';
import { isFree } from './price/is-free.ts';
import { tierOf } from './price/tier-of.ts';
import { bundledCatalog } from './snapshot.ts';
import { readSnapshot } from './snapshot/read-snapshot.ts';
import { writeSnapshot } from './snapshot/write-snapshot.ts';

const catalog = bundledCatalog();

describe('the bundled snapshot', () => {
  it('is dated, says so model by model, and is read once', () => {
    expect(catalog).toMatchObject({ asOf: '2026-11-10', source: 'snapshot' });
    expect(new Set(catalog.models.map((model) => model.asOf))).toEqual(
      new Set(['2026-08-16', '2026-11-10']),
    );
    expect(bundledCatalog()).toBe(catalog);
  });

  it('holds well-formed models only: ids, exact prices, sizes', () => {
    expect(catalog.models.filter((model) => !isWellFormed(model))).toEqual([]);
  });

  it('never mistakes a router or a zero price for free', () => {
    const free = catalog.models.filter((model) => isFree(model)).map((model) => model.id);
    expect(free).toContain('openrouter/free');
    expect(free.every((id) => id === 'openrouter/free' || id.endsWith(':free'))).toBe(true);
    expect(catalog.get('openrouter/auto')?.prices).toEqual({
      rates: {},
      overrides: [],
      dynamic: true,
    });
    expect(catalog.get('openrouter/auto-code')?.prices.dynamic).toBe(true);
  });

  it('carries November prices with the threshold, and August abilities', () => {
    expect(catalog.get('~anthropic/claude-haiku-latest')?.prices).toEqual({
      rates: {
        input: '0.0000001',
        output: '0.0000005',
        cacheRead: '0.00000001',
        cacheWrite: '0.000000125',
        cacheWrite1h: '0.0000002',
        webSearch: '0.01',
      },
      overrides: [
        {
          inputTokensAbove: 100_000,
          rates: {
            input: '0.0000005',
            output: '0.0000025',
            cacheRead: '0.00000005',
            cacheWrite: '0.000000625',
          },
        },
      ],
      dynamic: false,
    });
    expect(catalog.get('deepseek/deepseek-v3.2')?.capabilities).toContain('structured-output');
  });

  it('claims no structured output for a model that only the shorter list knows', () => {
    const model = catalog.get('anthropic/claude-haiku-5.5');
    expect(model?.capabilities).toEqual(['reasoning', 'tool-choice', 'tools']);
    expect(model?.parameters).toEqual([]);
  });

  it('left the models of seed reports that are gone behind', () => {
    expect(catalog.get('minimax/minimax-m2.1')).toBeUndefined();
    expect(catalog.get('openai/gpt-oss-20b:free')).toBeUndefined();
  });

  it('has a tier for every model with a price', () => {
    const untiered = catalog.models.filter((model) => tierOf(model) === null);
    expect(
      untiered.every(({ prices }) => prices.dynamic || Number(prices.rates.output ?? 0) === 0),
    ).toBe(true);
  });

  it('survives being written and read again', () => {
    const file = writeSnapshot({ models: catalog.models, asOf: catalog.asOf, sources: [] });
    expect(readSnapshot(JSON.parse(JSON.stringify(file)))).toEqual(catalog.models);
  });
});

function isWellFormed({ id, vendor, prices, contextTokens }: Model): boolean {
  const rates = [prices.rates, ...prices.overrides.map((override) => override.rates)];
  return (
    parseModelId(id)?.vendor === vendor &&
    rates
      .flatMap((entry) => Object.values(entry))
      .every((rate) => (parseDecimal(rate) ?? -1n) >= 0n) &&
    (contextTokens === null || contextTokens > 0)
  );
}
