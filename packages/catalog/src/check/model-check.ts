import type { Capability, IsoDate } from '../model.ts';

/** Something to know about an id in a config. */
export type Finding =
  | {
      readonly type: 'gone';
      readonly lastSeenOn: IsoDate;
      readonly missingOn: IsoDate;
      readonly announcedFor: IsoDate | null;
      readonly successor: string | null;
    }
  /** Never listed, as far as is known: most likely misspelt. */
  | { readonly type: 'unknown'; readonly nearestIds: readonly string[] }
  /** The id is the slug of a model whose usual id is another one. */
  | { readonly type: 'renamed'; readonly to: string }
  | { readonly type: 'expiring'; readonly on: IsoDate; readonly days: number }
  /** `percent` is the change against what is expected, two decimals; `null` when the price was expected to be 0. */
  | {
      readonly type: 'price';
      readonly rate: 'input' | 'output';
      readonly expectedUsdPerMillion: string;
      readonly actualUsdPerMillion: string | null;
      readonly percent: string | null;
    }
  | { readonly type: 'context'; readonly expected: number; readonly actual: number | null }
  | { readonly type: 'lost-capability'; readonly capability: Capability }
  /** The id points at another model over time; the one it points at now, where that is known. */
  | { readonly type: 'alias'; readonly pointsAt: string | null };

/** The report on one id. No findings: all is as expected. */
export interface ModelCheck {
  readonly id: string;
  readonly findings: readonly Finding[];
}
