import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCatalog } from '../catalog/default-catalog.ts';
import { chargeOf, type Consumption } from './charge.ts';
import { formatAmount, parseAmount } from './decimal.ts';
import { ratesAt } from './rates-at.ts';

const digits = fc.stringMatching(/^\d{1,22}$/);
const amounts = fc
  .tuple(fc.bigInt(0n, 10n ** 12n), digits)
  .map(([whole, part]) => `${whole}.${part}`);

describe('decimal amounts', () => {
  it('keep every digit of a rate of up to 22 decimals', () => {
    fc.assert(
      fc.property(amounts, (decimal) => {
        const amount = parseAmount(decimal) ?? -1n;
        return (
          parseAmount(formatAmount(amount)) === amount &&
          Number(formatAmount(amount)) === Number(decimal)
        );
      }),
    );
  });

  it.each([
    ['0.0000000416666666666667', '0.0000000416666666666667'],
    ['1e-7', '0.0000001'],
    ['-1', '-1'],
    ['.5', '0.5'],
    ['', undefined],
    ['free', undefined],
    [null, undefined],
  ])('read %j as %j', (text, expected) => {
    const amount = parseAmount(text);
    expect(amount === undefined ? undefined : formatAmount(amount)).toBe(expected);
  });

  it('reads every rate of the bundled catalogue', () => {
    const rates = defaultCatalog().flatMap(({ pricing }) =>
      [pricing, ...(pricing.overrides ?? [])].flatMap((row) =>
        Object.entries(row).flatMap(([key, rate]) =>
          typeof rate === 'string' ? [[key, rate]] : [],
        ),
      ),
    );
    expect(rates.length).toBeGreaterThan(1000);
    expect(rates.filter(([, rate]) => parseAmount(rate) === undefined)).toEqual([]);
  });
});

const counts = fc.nat(2_000_000);
const consumption: fc.Arbitrary<Consumption> = fc
  .tuple(
    counts,
    counts,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([promptTokens, completionTokens, read, write]) => ({
    promptTokens,
    completionTokens,
    cacheReadTokens: Math.floor(promptTokens * read),
    cacheWriteTokens: Math.floor(promptTokens * (1 - read) * write),
  }));
const priced = defaultCatalog().filter((model) => Number(model.pricing.prompt) >= 0);

describe('the charge', () => {
  it('never is negative, and is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...priced), consumption, ({ pricing }, used) => {
        const { total, prompt, completion } = chargeOf(pricing, used, 0);
        return total >= 0n && total >= prompt + completion;
      }),
    );
  });

  it('never falls as the completion grows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...priced), consumption, counts, ({ pricing }, used, more) => {
        const longer = { ...used, completionTokens: used.completionTokens + more };
        return chargeOf(pricing, longer, 0).total >= chargeOf(pricing, used, 0).total;
      }),
    );
  });

  it('is zero for a free model, whatever is used', () => {
    const free = priced.filter((model) => model.id.endsWith(':free'));
    fc.assert(
      fc.property(
        fc.constantFrom(...free),
        consumption,
        ({ pricing }, used) => chargeOf(pricing, used, 0).total === 0n,
      ),
    );
  });

  it('charges an hourly cache write at its own rate', () => {
    const pricing = {
      prompt: '1',
      completion: '0',
      input_cache_write: '1.25',
      input_cache_write_1h: '2',
    };
    const used = { promptTokens: 10, completionTokens: 0, cacheWriteTokens: 10 };
    expect(formatAmount(chargeOf(pricing, used, 0).total)).toBe('12.5');
    expect(formatAmount(chargeOf(pricing, { ...used, cacheWriteHourly: true }, 0).total)).toBe(
      '20',
    );
  });
});

describe('price overrides', () => {
  const base = { prompt: '1', completion: '1' };

  it('compare the whole prompt, strictly', () => {
    const pricing = { ...base, overrides: [{ min_prompt_tokens: 200, prompt: '2' }] };
    expect([200, 201].map((tokens) => ratesAt(pricing, tokens, 0).prompt)).toEqual(['1', '2']);
  });

  it('apply in order, the later one winning rate by rate', () => {
    const overrides = [
      { min_prompt_tokens: 10, prompt: '2', completion: '2' },
      { min_prompt_tokens: 20, prompt: '3' },
    ];
    expect(ratesAt({ ...base, overrides }, 30, 0)).toMatchObject({ prompt: '3', completion: '2' });
  });

  it.each([
    ['2026-11-10T00:59:59Z', '1'],
    ['2026-11-10T01:00:00Z', '2'],
    ['2026-11-10T03:59:59Z', '2'],
    ['2026-11-10T04:00:00Z', '1'],
  ])('hold in a window of the day: %s', (iso, prompt) => {
    const pricing = { ...base, overrides: [{ utc_start: 100, utc_end: 400, prompt: '2' }] };
    expect(ratesAt(pricing, 0, Date.parse(iso)).prompt).toBe(prompt);
  });

  it.each([
    ['2026-11-10T23:00:00Z', '2'],
    ['2026-11-10T05:00:00Z', '2'],
    ['2026-11-10T12:00:00Z', '1'],
  ])('hold in a window around midnight: %s', (iso, prompt) => {
    const pricing = { ...base, overrides: [{ utc_start: 2200, utc_end: 600, prompt: '2' }] };
    expect(ratesAt(pricing, 0, Date.parse(iso)).prompt).toBe(prompt);
  });

  it.each([
    ['2026-11-09T12:00:00Z', '2'],
    ['2026-11-14T12:00:00Z', '1'],
  ])('hold on the days they name: %s', (iso, prompt) => {
    const pricing = { ...base, overrides: [{ utc_days: ['monday', 'tue'], prompt: '2' }] };
    expect(ratesAt(pricing, 0, Date.parse(iso)).prompt).toBe(prompt);
  });
});
