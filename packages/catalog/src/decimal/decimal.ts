/**
 * An exact decimal: a whole number of 10⁻²⁴. Being a plain `bigint`, `+`, `-`, `<` and `*` by a whole number
 * are the native operators and lose nothing. OpenRouter's rates have up to 22 decimals.
 */
export type Decimal = bigint;

/** Digits behind the point that a {@link Decimal} can hold. */
export const DECIMAL_PLACES = 24;

/** The decimal 1. */
export const ONE: Decimal = 10n ** BigInt(DECIMAL_PLACES);
