import { describe, expect, it } from 'vitest';
import type { Prices, Rates } from '../model.ts';
import { testModel } from '../test-model.ts';
import { blendedUsdPerMillion } from './blended-usd-per-million.ts';
import { isFree } from './is-free.ts';
import { tierOf } from './tier-of.ts';

function prices(rates: Rates, rest: Partial<Prices> = {}): Prices {
  return { rates, overrides: [], dynamic: false, ...rest };
}

function priced(inputPerMillion: number, outputPerMillion: number): Prices {
  return prices({ input: perToken(inputPerMillion), output: perToken(outputPerMillion) });
}

function perToken(usdPerMillion: number): string {
  return (usdPerMillion / 1e6).toFixed(12);
}

describe('tierOf', () => {
  it.each([
    ['DeepSeek V3.2', 0.25, 0.38, 'ultra-low'],
    ['Gemini 3 Flash', 0.5, 3, 'economy'],
    ['GPT-5.2', 2, 14, 'standard'],
    ['Claude Sonnet 4', 3, 15, 'standard'],
    ['Claude Opus 4.6', 5, 25, 'premium'],
    ['GPT-5.2 Pro', 21, 168, 'premium'],
  ])('puts %s where the seed report has it', (_name, input, output, tier) => {
    expect(tierOf(testModel({ prices: priced(input, output) }))).toBe(tier);
  });

  it('begins a band exactly at its boundary', () => {
    expect(tierOf(testModel({ prices: priced(0.5, 0.5) }))).toBe('economy');
    expect(tierOf(testModel({ prices: priced(12, 12) }))).toBe('premium');
  });

  it('takes other bands', () => {
    const bands = { 'ultra-low': '0', economy: '1', standard: '2', premium: '3' };
    expect(tierOf(testModel({ prices: priced(1, 1) }), { bands })).toBe('economy');
    expect(() => tierOf(testModel(), { bands: { ...bands, premium: '3$' } })).toThrow(/premium/);
  });

  it('B3.24: has no tier for an unknown, a dynamic, or a zero price that is not free', () => {
    expect(tierOf(testModel({ prices: prices({ input: '0.1' }) }))).toBeNull();
    expect(tierOf(testModel({ prices: prices({}, { dynamic: true }) }))).toBeNull();
    expect(tierOf(testModel({ prices: priced(0, 0) }))).toBeNull();
  });
});

describe('isFree', () => {
  const zero = prices({ input: '0', output: '0.00' });

  it('needs both the id and the price to say so', () => {
    expect(isFree(testModel({ id: 'acme/one:free', prices: zero }))).toBe(true);
    expect(isFree(testModel({ id: 'openrouter/free', prices: zero }))).toBe(true);
    expect(isFree(testModel({ id: 'acme/one', prices: zero }))).toBe(false);
    expect(isFree(testModel({ id: 'acme/one:free', prices: priced(0.1, 0.4) }))).toBe(false);
  });

  it('is not free when a price is unknown, or when an override or a special rate costs', () => {
    const withRate = (rest: Partial<Prices>, rates: Rates = {}): Prices => ({
      ...prices({ ...zero.rates, ...rates }),
      ...rest,
    });
    const id = 'acme/one:free';
    expect(isFree(testModel({ id, prices: prices({ input: '0' }) }))).toBe(false);
    expect(isFree(testModel({ id, prices: withRate({}, { request: '0.01' }) }))).toBe(false);
    expect(
      isFree(testModel({ id, prices: withRate({ overrides: [{ rates: { input: '1' } }] }) })),
    ).toBe(false);
  });
});

describe('blendedUsdPerMillion', () => {
  it('weighs input against output', () => {
    const model = testModel({ prices: priced(1, 4) });
    expect(blendedUsdPerMillion(model)).toBe('2.5');
    expect(blendedUsdPerMillion(model, { inputShare: 0.75 })).toBe('1.75');
    expect(() => blendedUsdPerMillion(model, { inputShare: 1.5 })).toThrow(RangeError);
  });

  it('is null, not zero, when the price is unknown', () => {
    expect(blendedUsdPerMillion(testModel({ prices: prices({}) }))).toBeNull();
  });
});
