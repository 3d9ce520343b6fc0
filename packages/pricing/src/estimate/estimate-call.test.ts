import type { Prices } from '@tierwise/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUsd } from '../money/compare-usd.ts';
import { estimateCall, type EstimateCallOptions } from './estimate-call.ts';

function prices(input: string, output: string): Prices {
  return { rates: { input, output }, overrides: [], dynamic: false };
}

const model = { id: 'acme/one', tokenizer: 'GPT', prices: prices('0.000001', '0.000004') };

const call: EstimateCallOptions = {
  model,
  messages: ['x'],
  maxOutputTokens: 1000,
  expectedOutputTokens: 100,
  countText: () => 995,
};

describe('estimateCall', () => {
  it('gives a likely and a largest size, in tokens and in USD', () => {
    expect(estimateCall(call)).toEqual({
      inputTokens: { expected: 1000, p95: 1155 },
      outputTokens: { expected: 100, p95: 1000 },
      usd: { expected: '0.0014', p95: '0.005155' },
    });
  });

  it('counts on a cache for what is likely, never for what may have to be paid', () => {
    const rates = { ...model.prices.rates, cacheRead: '0.0000001' };
    const cached = {
      ...call,
      model: { ...model, prices: { ...model.prices, rates } },
      cachedInputTokens: 900,
    };
    expect(estimateCall(cached).usd).toEqual({ expected: '0.00059', p95: '0.005155' });
  });

  it('expects the cheaper endpoints, as OpenRouter does, and bounds by the dearest', () => {
    const endpoints = [
      { prices: prices('0.000001', '0.000004') },
      { prices: prices('0.000002', '0.000008') },
    ];
    const { usd } = estimateCall({ ...call, endpoints });
    expect(usd).toEqual({ expected: '0.00168', p95: '0.01031' });
  });

  it('expects nothing to pay where one endpoint is free', () => {
    const endpoints = [{ prices: prices('0', '0') }, { prices: prices('0.000002', '0.000008') }];
    expect(estimateCall({ ...call, endpoints }).usd.expected).toBe('0');
  });

  it('knows no price where one is missing, or where nobody offers the model', () => {
    const router = { rates: {}, overrides: [], dynamic: true };
    expect(estimateCall({ ...call, endpoints: [{ prices: router }] }).usd).toEqual({
      expected: null,
      p95: null,
    });
    expect(estimateCall({ ...call, endpoints: [] }).usd).toEqual({ expected: null, p95: null });
  });

  it('never expects more than the bound', () => {
    const price = fc
      .integer({ min: 1, max: 1000 })
      .map((micro) => `0.${String(micro).padStart(9, '0')}`);
    const offers = fc.array(fc.record({ input: price, output: price }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(offers, (list) => {
        const endpoints = list.map(({ input, output }) => ({ prices: prices(input, output) }));
        const { expected, p95 } = estimateCall({ ...call, endpoints }).usd;
        expect(compareUsd(expected ?? 'unknown', p95 ?? 'unknown')).toBeLessThanOrEqual(0);
      }),
    );
  });
});
