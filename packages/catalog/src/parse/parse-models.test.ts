import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import { parseModels } from './parse-models.ts';

const asOf = '2026-08-16';

function entry(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'acme/small-1',
    name: 'Acme: Small 1',
    created: 1_771_342_990,
    context_length: 200_000,
    architecture: {
      input_modalities: ['text', 'smell'],
      output_modalities: ['text'],
      tokenizer: 'Acme',
    },
    pricing: { prompt: '0.0000001', completion: '0.0000004' },
    top_provider: { context_length: 128_000, max_completion_tokens: 8000, is_moderated: false },
    supported_parameters: ['tools', 'structured_outputs', 'include_reasoning', 'telepathy'],
    brand_new_field: { deep: true },
    ...fields,
  };
}

function parseOne(fields: Record<string, unknown>): ReturnType<typeof parseModels> {
  return parseModels({ data: [entry(fields)] }, { asOf });
}

describe('parseModels', () => {
  it('puts an entry into our own words and keeps enum values it does not know', () => {
    const { models, rejected, problems } = parseOne({});
    expect({ rejected, problems }).toEqual({ rejected: [], problems: [] });
    expect(models[0]).toMatchObject({
      id: 'acme/small-1',
      vendor: 'acme',
      variant: null,
      createdOn: '2026-02-17',
      inputModalities: ['text', 'smell'],
      capabilities: ['reasoning', 'structured-output', 'tools'],
      parameters: ['tools', 'structured_outputs', 'include_reasoning', 'telepathy'],
      asOf,
    });
  });

  it('takes the smaller of the two context sizes', () => {
    expect(parseOne({}).models[0]?.contextTokens).toBe(128_000);
    expect(parseOne({ context_length: 0, top_provider: null }).models[0]?.contextTokens).toBeNull();
  });

  it('D3: skips one bad entry of many, and says which', () => {
    const body = { data: [entry(), entry({ id: 17 }), entry({ id: 'acme/small-2' })] };
    const { models, rejected } = parseModels(body, { asOf });
    expect(models.map((model) => model.id)).toEqual(['acme/small-1', 'acme/small-2']);
    expect(rejected).toMatchObject([{ index: 1 }]);
  });

  it('keeps the first of two entries with one id', () => {
    const { models, rejected } = parseModels([entry(), entry({ name: 'Again' })], { asOf });
    expect(models).toHaveLength(1);
    expect(rejected).toEqual([{ index: 1, id: 'acme/small-1', reason: 'appears twice' }]);
  });

  it.each(['', null, '1e-7', 'NaN', '-0.5', 0.000_001, ' 1', [], true])(
    'D4: reads the price %j as unknown, never as 0, and reports it',
    (prompt) => {
      const { models, problems } = parseOne({ pricing: { prompt, completion: '0.000001' } });
      expect(models[0]?.prices).toEqual({
        rates: { output: '0.000001' },
        overrides: [],
        dynamic: false,
      });
      expect(problems).toMatchObject([{ id: 'acme/small-1', field: 'prompt' }]);
    },
  );

  it('reads -1 as dynamic', () => {
    const { models } = parseOne({ pricing: { prompt: '-1', completion: '-1' } });
    expect(models[0]?.prices).toEqual({ rates: {}, overrides: [], dynamic: true });
  });

  it('reads a special rate of 0 as none listed, so that reasoning is not free', () => {
    const pricing = { prompt: '0.1', completion: '0.2', internal_reasoning: '0', request: '0' };
    expect(parseOne({ pricing }).models[0]?.prices.rates).toEqual({ input: '0.1', output: '0.2' });
  });

  it('reads overrides, and leaves out one whose condition it cannot judge', () => {
    const overrides = [
      { min_prompt_tokens: 200_000, prompt: '0.2' },
      { utc_start: 2300, utc_end: 130, utc_days: ['monday'], completion: '0.3' },
      { moon_phase: 'full', prompt: '0.9' },
    ];
    const { models, problems } = parseOne({
      pricing: { prompt: '0.1', completion: '0.2', overrides },
    });
    expect(models[0]?.prices.overrides).toEqual([
      { inputTokensAbove: 200_000, rates: { input: '0.2' } },
      { utcStart: 2300, utcEnd: 130, utcDays: ['monday'], rates: { output: '0.3' } },
    ]);
    expect(problems).toMatchObject([{ field: 'overrides[2].moon_phase' }]);
  });

  it('drops the expiry that means never, and keeps a real one', () => {
    expect(parseOne({ expiration_date: '2098-12-31' }).models[0]?.expiresOn).toBeNull();
    expect(parseOne({ expiration_date: '2026-08-17' }).models[0]?.expiresOn).toBe('2026-08-17');
    expect(parseOne({ expiration_date: '2026-02-31' }).models[0]?.expiresOn).toBeNull();
  });

  it('keeps scores with their source and day', () => {
    const benchmarks = {
      artificial_analysis: { intelligence_index: 48.4, coding_index: null },
      design_arena: [{ arena: 'models', category: 'website', elo: 1296, rank: 13 }],
    };
    expect(parseOne({ benchmarks }).models[0]?.benchmarks).toEqual([
      { source: 'artificial-analysis', metric: 'intelligence', value: 48.4, asOf },
      { source: 'design-arena', metric: 'models/website', value: 1296, asOf },
    ]);
  });

  it('keeps the efforts of a model that can be asked for, without the null among them', () => {
    const reasoning = {
      mandatory: true,
      supported_efforts: ['high', null],
      default_effort: 'high',
    };
    expect(parseOne({ reasoning }).models[0]?.reasoning).toEqual({
      mandatory: true,
      efforts: ['high'],
      defaultEffort: 'high',
    });
  });

  it('D8: strips escape sequences from names', () => {
    expect(parseOne({ name: '\u001B[31mRed\u001B[0m\u202E' }).models[0]?.name).toBe('[31mRed[0m');
  });

  it.each(['__proto__', 'constructor', 'acme/../../etc', 'a b/c', '', 'acme/x:FREE!', 'acme'])(
    'rejects %j, which is no model id',
    (id) => {
      expect(parseOne({ id })).toMatchObject({ models: [], rejected: [{ index: 0 }] });
    },
  );

  it('lets no __proto__ in', () => {
    const pricing: unknown = JSON.parse(
      '{"prompt":"1","completion":"1","__proto__":{"polluted":"yes"}}',
    );
    const body: unknown = JSON.parse('[{"id":"a/b","__proto__":{"polluted":"yes"}}]');
    expect(parseOne({ pricing }).models[0]?.prices.rates).toEqual({ input: '1', output: '1' });
    expect(parseModels(body, { asOf }).models[0]).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([null, 'oops', 17, {}, { data: 'x' }, { error: { code: 500 } }, undefined])(
    'throws its own error for %j, which is no list at all',
    (body) => {
      expect(() => parseModels(body, { asOf })).toThrow(InvalidCatalogError);
    },
  );

  it('B3.22: answers any JSON with models or its own error', () => {
    const list = fc.array(fc.jsonValue()).map((data) => ({ data }));
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), list), (body) => isAnswered(body)));
  });
});

function isAnswered(body: unknown): boolean {
  try {
    return Array.isArray(parseModels(body, { asOf }).models);
  } catch (error) {
    return InvalidCatalogError.isInstance(error);
  }
}
