import { describe, expect, it } from 'vitest';
import { bringUpToDate } from '../scripts/bring-up-to-date.ts';
import type { ListedModel } from '../scripts/newer-list.ts';
import type { Model } from '../src/model.ts';
import { parseModels } from '../src/parse/parse-models.ts';

function older(fields: Record<string, unknown> = {}): Model {
  const wire = {
    id: 'acme/one',
    context_length: 8000,
    supported_parameters: ['tools', 'response_format'],
    architecture: { input_modalities: ['text'], output_modalities: ['text'] },
    ...fields,
  };
  const [model] = parseModels([wire], { asOf: '2026-08-16' }).models;
  if (model === undefined) throw new Error('the fixture is no model');
  return model;
}

function listed(fields: Partial<ListedModel> = {}): ListedModel {
  const cost = { input: 0.3, output: 2.5, cacheRead: 0, cacheWrite: 0 };
  return {
    id: 'acme/one',
    type: 'chat',
    name: 'One',
    cost,
    contextWindow: 9000,
    input: ['text'],
    ...fields,
  };
}

function merge(models: readonly Model[], newer: readonly ListedModel[]): readonly Model[] {
  return bringUpToDate(models, { source: 'test', date: '2026-11-10', models: newer });
}

describe('bringing a full list up to a shorter, newer one', () => {
  it('takes prices and sizes from the newer list and abilities from the older one', () => {
    const pricing = {
      prompt: '0.0000001',
      completion: '0.0000004',
      web_search: '0.01',
      audio: '0.000001',
    };
    const [model] = merge([older({ pricing })], [listed()]);
    expect(model).toMatchObject({
      contextTokens: 9000,
      capabilities: ['json-object', 'tools', 'tool-choice'].toSorted(),
    });
    expect(model?.prices.rates).toEqual({
      input: '0.0000003',
      output: '0.0000025',
      webSearch: '0.01',
    });
    expect(model?.asOf).toBe('2026-11-10');
  });

  it('keeps rates per token that the newer list lacks only while the prices beside them are the same', () => {
    const pricing = { prompt: '0.0000003', completion: '0.0000025', audio: '0.000001' };
    expect(merge([older({ pricing })], [listed()])[0]?.prices.rates.audio).toBe('0.000001');
  });

  it('keeps the exact rate where the newer list only rounded it', () => {
    const pricing = {
      prompt: '0.0000003',
      completion: '0.0000025',
      input_cache_write: '0.0000000833333333333333',
    };
    const cost = { input: 0.3, output: 2.5, cacheWrite: 0.083333 };
    expect(merge([older({ pricing })], [listed({ cost })])[0]?.prices.rates.cacheWrite).toBe(
      '0.0000000833333333333333',
    );
  });

  it('charges a 1-hour cache write twice the new input price', () => {
    const pricing = {
      prompt: '0.000001',
      completion: '0.000005',
      input_cache_write_1h: '0.000002',
    };
    expect(merge([older({ pricing })], [listed()])[0]?.prices.rates.cacheWrite1h).toBe('0.0000006');
  });

  it('reads 0/0 as dynamic unless the id says free', () => {
    const cost = { input: 0, output: 0 };
    const [free, router] = merge(
      [],
      [listed({ id: 'acme/x:free', cost }), listed({ id: 'acme/y', cost })],
    );
    expect(free?.prices).toEqual({
      rates: { input: '0', output: '0' },
      overrides: [],
      dynamic: false,
    });
    expect(router?.prices.dynamic).toBe(true);
  });

  it('drops a text model with tools that is no longer listed, and keeps one the list never covers', () => {
    const models = [older(), older({ id: 'acme/no-tools', supported_parameters: [] })];
    expect(merge(models, []).map(({ id, asOf }) => [id, asOf])).toEqual([
      ['acme/no-tools', '2026-08-16'],
    ]);
  });

  it('forgets the target of an alias that reads differently now', () => {
    const alias = older({ id: '~acme/latest', alias_target: { slug: 'acme/one' } });
    const same = merge([alias, older()], [listed({ id: '~acme/latest' }), listed()]);
    const moved = merge(
      [alias, older()],
      [listed({ id: '~acme/latest', contextWindow: 1 }), listed()],
    );
    expect(same.find(({ id }) => id === '~acme/latest')?.aliasOf).toBe('acme/one');
    expect(moved.find(({ id }) => id === '~acme/latest')?.aliasOf).toBeNull();
  });

  it('forgets an announced end that did not happen', () => {
    expect(merge([older({ expiration_date: '2026-08-17' })], [listed()])[0]?.expiresOn).toBeNull();
  });
});
