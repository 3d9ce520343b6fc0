import type { Capability, IsoDate, RateName } from '../model.ts';

/** One thing that is different between two catalogues. */
export type CatalogEvent =
  | { readonly type: 'added'; readonly id: string }
  /** Listed again after it had been gone. */
  | { readonly type: 'returned'; readonly id: string; readonly lastSeenOn: IsoDate }
  /** `announced` is the last day that had been announced; `null` when the end came unannounced. */
  | { readonly type: 'removed'; readonly id: string; readonly announced: IsoDate | null }
  | {
      readonly type: 'price';
      readonly id: string;
      readonly rates: readonly RateChange[];
      /** Price windows or token thresholds changed. */
      readonly overridesChanged: boolean;
      /** Hardly a real price: wait until it is seen again before trusting it. */
      readonly suspicion: PriceSuspicion | null;
    }
  /** A model became free, or a free one is charged for now. */
  | {
      readonly type: 'access';
      readonly id: string;
      readonly from: 'free' | 'paid';
      readonly to: 'free' | 'paid';
    }
  | {
      readonly type: 'context';
      readonly id: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | {
      readonly type: 'capability';
      readonly id: string;
      readonly gained: readonly Capability[];
      readonly lost: readonly Capability[];
    }
  | {
      readonly type: 'expiry';
      readonly id: string;
      readonly from: IsoDate | null;
      readonly to: IsoDate | null;
    }
  /** An alias points at another model. */
  | {
      readonly type: 'alias';
      readonly id: string;
      readonly from: string | null;
      readonly to: string | null;
    };

/** A rate before and after, USD per unit; `null` where it is not listed. */
export interface RateChange {
  readonly rate: RateName;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * `sudden-zero`: listed at 0 although not free, as kimi-k2.5 was on 2026-04-18, for a day.
 * `jump`: more than the given factor up or down.
 */
export type PriceSuspicion = 'sudden-zero' | 'jump';
