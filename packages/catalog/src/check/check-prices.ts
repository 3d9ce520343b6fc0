import { decimalFromNumber } from '../decimal/decimal-from-number.ts';
import { type Decimal, ONE } from '../decimal/decimal.ts';
import { formatDecimal } from '../decimal/format-decimal.ts';
import { parseDecimal } from '../decimal/parse-decimal.ts';
import { shiftPoint } from '../decimal/shift-point.ts';
import type { Model } from '../model.ts';
import type { ExpectedModel } from './expected-model.ts';
import type { Finding } from './model-check.ts';

/** Tells each price that is further from what is expected than `maxDriftPercent`. */
export function checkPrices(
  expected: ExpectedModel,
  model: Model,
  maxDriftPercent: number,
): readonly Finding[] {
  return [
    ...checkPrice({ rate: 'input', expected: expected.inputUsdPerMillion, model, maxDriftPercent }),
    ...checkPrice({
      rate: 'output',
      expected: expected.outputUsdPerMillion,
      model,
      maxDriftPercent,
    }),
  ];
}

interface CheckPriceOptions {
  readonly rate: 'input' | 'output';
  readonly expected: string | undefined;
  readonly model: Model;
  readonly maxDriftPercent: number;
}

function checkPrice({
  rate,
  expected,
  model,
  maxDriftPercent,
}: CheckPriceOptions): readonly Finding[] {
  if (expected === undefined) return [];
  const before = parseDecimal(expected);
  if (before === null)
    throw new RangeError(
      `The expected ${rate} price of ${model.id} is ${JSON.stringify(expected)}; write plain decimal USD per 1M.`,
    );
  const actual = perMillion(model.prices.rates[rate]);
  if (actual !== null && isWithin(before, actual, maxDriftPercent)) return [];
  return [
    {
      type: 'price',
      rate,
      expectedUsdPerMillion: expected,
      actualUsdPerMillion: actual === null ? null : formatDecimal(actual),
      percent: actual === null || before === 0n ? null : percentOf(actual - before, before),
    },
  ];
}

function perMillion(rate: string | undefined): Decimal | null {
  const perToken = parseDecimal(rate ?? '');
  return perToken === null ? null : shiftPoint(perToken, 6);
}

function isWithin(before: Decimal, actual: Decimal, maxDriftPercent: number): boolean {
  const difference = actual > before ? actual - before : before - actual;
  return difference * 100n * ONE <= before * (decimalFromNumber(maxDriftPercent) ?? 0n);
}

function percentOf(change: Decimal, before: Decimal): string {
  const hundredths = (change * 10_000n) / before;
  return formatDecimal(shiftPoint(hundredths * ONE, -2));
}
