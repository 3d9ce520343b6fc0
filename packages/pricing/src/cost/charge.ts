import type { Decimal } from '@tierwise/catalog';
import type { CostLineKind } from './call-cost.ts';

/** A line before it is written out: so many units of a kind, at a rate that may be unknown. */
export interface Charge {
  readonly kind: CostLineKind;
  readonly quantity: number;
  readonly rate: Decimal | undefined;
}
