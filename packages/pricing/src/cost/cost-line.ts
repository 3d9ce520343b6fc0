import { type Decimal, formatDecimal } from '@tierwise/catalog/decimal';
import type { CostLine } from './call-cost.ts';
import type { Charge } from './charge.ts';

/** A charge whose rate is known. */
export type KnownCharge = Charge & { readonly rate: Decimal };

export function isKnown(charge: Charge): charge is KnownCharge {
  return charge.rate !== undefined;
}

export function amountOfCharge({ quantity, rate }: KnownCharge): Decimal {
  return BigInt(quantity) * rate;
}

/** Writes a charge out. */
export function costLine(charge: KnownCharge): CostLine {
  return {
    kind: charge.kind,
    quantity: charge.quantity,
    unitUsd: formatDecimal(charge.rate),
    usd: formatDecimal(amountOfCharge(charge)),
  };
}
