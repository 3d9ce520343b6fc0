import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalFromNumber } from './decimal-from-number.ts';
import { ONE } from './decimal.ts';
import { formatDecimal } from './format-decimal.ts';
import { parseDecimal } from './parse-decimal.ts';
import { shiftPoint } from './shift-point.ts';

describe('decimals', () => {
  it('keeps all 22 decimals of the longest rate OpenRouter lists', () => {
    const rate = '0.0000000416666666666667';
    expect(formatDecimal(parseDecimal(rate) ?? 0n)).toBe(rate);
  });

  it.each([
    '',
    ' 1',
    '1e-7',
    'NaN',
    '.5',
    '5.',
    '+1',
    '1,5',
    '0x1',
    '١',
    '1.0000000000000000000000001',
  ])('refuses %j, which is no plain decimal', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('takes a number as the decimal it prints as', () => {
    expect(formatDecimal(decimalFromNumber(1.13e-5) ?? 0n)).toBe('0.0000113');
    expect(formatDecimal(decimalFromNumber(0.1) ?? 0n)).toBe('0.1');
    expect(formatDecimal(decimalFromNumber(-2e21) ?? 0n)).toBe('-2000000000000000000000');
    expect(decimalFromNumber(Number.NaN)).toBeNull();
    expect(decimalFromNumber(Number.POSITIVE_INFINITY)).toBeNull();
  });

  it('moves the point without rounding', () => {
    expect(formatDecimal(shiftPoint(parseDecimal('0.041667') ?? 0n, -6))).toBe('0.000000041667');
    expect(formatDecimal(shiftPoint(parseDecimal('0.000003') ?? 0n, 6))).toBe('3');
  });

  it('prints and reads every decimal back unchanged', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(ONE * 1000n), max: ONE * 1000n }), (value) => {
        expect(parseDecimal(formatDecimal(value))).toBe(value);
      }),
    );
  });

  it('agrees with the number it came from, for every finite double that 24 decimals can hold', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        expect(Number(formatDecimal(decimalFromNumber(value) ?? 0n))).toBeCloseTo(value, 12);
      }),
    );
  });
});
