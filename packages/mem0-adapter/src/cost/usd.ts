// Digits behind the point that money is counted in here: a price a token has up to fourteen.
const places = 18;
const decimal = /^(\d+)(?:\.(\d{1,18}))?$/;

/**
 * A plain decimal as a whole number of 10⁻¹⁸ dollars.
 *
 * @throws RangeError on anything else, such as an exponent, a sign or a nineteenth digit.
 */
export function parseUsd(text: string): bigint {
  const [, whole, fraction = ''] = decimal.exec(text) ?? [];
  if (whole === undefined) {
    throw new RangeError(
      `"${text}" is no price: give plain dollars a token, such as "0.00000014".`,
    );
  }
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** The number again, exact, without needless zeros. */
export function formatUsd(amount: bigint): string {
  const digits = amount.toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
