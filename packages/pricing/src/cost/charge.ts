import type { Decimal } from '@tierwise/catalog/decimal';
import type { CostLineKind } from './call-cost.ts';

/** A line before it is written out: so many units of a kind, at a rate that may be unknown. */
export interface Charge {
  readonly kind: CostLineKind;
  readonly quantity: number;
  readonly rate: Decimal | undefined;
}

/** Adds a charge to a list, unless it charges for nothing. */
export function addCharge(
  charges: Charge[],
  kind: CostLineKind,
  quantity: number,
  rate: Decimal | undefined,
): void {
  if (quantity > 0) charges.push({ kind, quantity, rate });
}
