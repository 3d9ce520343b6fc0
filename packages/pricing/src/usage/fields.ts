import { decimalFromNumber, parseDecimal, type Decimal } from '@tierwise/catalog/decimal';

/** An object as strangers send it. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object, or an empty one for anything else, arrays included. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A token counter: a whole number from zero up. `null` for anything else, so that NaN never becomes money. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** An amount of USD, not below zero, as JSON carries it: a number, read as the decimal it prints as, or a decimal string. */
export function amountOf(value: unknown): Decimal | null {
  const amount =
    typeof value === 'number'
      ? decimalFromNumber(value)
      : typeof value === 'string'
        ? parseDecimal(value)
        : null;
  return amount === null || amount < 0n ? null : amount;
}
