import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUsd } from './compare-usd.ts';
import { formatUsd } from './format-usd.ts';
import { saving } from './saving.ts';
import { sumUsd } from './sum-usd.ts';

const anyUsd = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((nano) => {
  const text = nano.toString().padStart(10, '0');
  return `${text.slice(0, -9)}.${text.slice(-9)}`;
});

describe('formatUsd', () => {
  it.each([
    ['0.000012345', '$0.0000123'],
    ['0.0000000416666666666667', '$0.0000000417'],
    ['0.0123', '$0.0123'],
    ['0.1', '$0.10'],
    ['0.9999', '$1.00'],
    ['12.5', '$12.50'],
    ['1234.567', '$1,234.57'],
    ['1000000', '$1,000,000.00'],
    ['0', '$0.00'],
    ['-0.5', '-$0.50'],
  ])('shows %s as %s', (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });

  it('never shows a cheap call as $0.00', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), (tiny) => {
        expect(formatUsd(`0.${tiny.toString().padStart(24, '0')}`)).toMatch(/[1-9]/);
      }),
    );
  });

  it('says what is wrong with an amount or a digit count', () => {
    expect(() => formatUsd('1e-7')).toThrow(/"1e-7" is no amount/);
    expect(() => formatUsd('1', { significantDigits: 0 })).toThrow(/significantDigits is 0/);
  });
});

describe('sumUsd', () => {
  it('is exact where floats are not, and zero for nothing', () => {
    expect(sumUsd(['0.1', '0.2'])).toBe('0.3');
    expect(sumUsd([])).toBe('0');
  });

  it('B3.9: does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(anyUsd), (amounts) => {
        expect(sumUsd(amounts.toReversed())).toBe(sumUsd(amounts));
      }),
    );
  });
});

describe('compareUsd', () => {
  it('orders by value, not by letters', () => {
    expect(['10', '9', '0.10', '0.1'].toSorted(compareUsd)).toEqual(['0.10', '0.1', '9', '10']);
  });
});

describe('saving', () => {
  it('is exact and says when there is no baseline', () => {
    expect(saving({ spentUsd: '0.0076', baselineUsd: '0.05' })).toEqual({
      usd: '0.0424',
      percent: '84.80',
    });
    expect(saving({ spentUsd: '3', baselineUsd: '2' })).toEqual({ usd: '-1', percent: '-50.00' });
    expect(saving({ spentUsd: '1', baselineUsd: '0' })).toEqual({ usd: '-1', percent: null });
  });
});
