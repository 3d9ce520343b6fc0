import { parseUsd } from './parse-usd.ts';
import { formatDecimal, type Decimal } from '@tierwise/catalog/decimal';

/** How exactly to show an amount. */
export interface FormatUsdOptions {
  /** Digits from the first one that is not zero. Default: 3. */
  readonly significantDigits?: number;
}

/**
 * An amount for people: `'0.000012345'` is `$0.0000123`, `'12.5'` is `$12.50`, `'1234.5'` is `$1,234.50`. A cheap call
 * never shows as $0.00, and an amount of a dollar or more always shows its cents.
 *
 * @throws RangeError when the text is no plain decimal, or `significantDigits` is not between 1 and 24.
 */
export function formatUsd(usd: string, { significantDigits = 3 }: FormatUsdOptions = {}): string {
  if (!Number.isInteger(significantDigits) || significantDigits < 1 || significantDigits > 24) {
    throw new RangeError(`significantDigits is ${significantDigits}; it must be between 1 and 24.`);
  }
  const amount = parseUsd(usd);
  const magnitude = amount < 0n ? -amount : amount;
  const text = formatDecimal(round(magnitude, significantDigits));
  return `${amount < 0n ? '-' : ''}$${withCents(text)}`;
}

const CENT_DIGITS = 2;
const DECIMAL_DIGITS = 24;

/** Rounds half up, to the wanted digits or to the cent, whichever keeps more. */
function round(magnitude: Decimal, significantDigits: number): Decimal {
  const dropped = Math.min(
    magnitude.toString().length - significantDigits,
    DECIMAL_DIGITS - CENT_DIGITS,
  );
  if (dropped <= 0) return magnitude;
  const step = 10n ** BigInt(dropped);
  return ((magnitude + step / 2n) / step) * step;
}

function withCents(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction.padEnd(CENT_DIGITS, '0')}`;
}
