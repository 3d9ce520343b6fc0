import type { Catalog, Model } from '@tierwise/catalog';
import type { Endpoint } from '@tierwise/catalog/endpoints';
import type { Policy, Requirements, Selection } from '@tierwise/selector';
import type { TierwiseCallOptions } from '../options/call-options.ts';

/** Everything that was decided about a call before the first attempt. */
export interface Plan {
  readonly callId: string;
  /** The catalogue that was decided with; a live one may have moved on since. */
  readonly catalog: Catalog;
  /** When it was decided: prices depend on it. */
  readonly at: Date;
  /** Who is known to offer the models. */
  readonly endpoints: readonly Endpoint[];
  readonly requirements: Requirements;
  readonly policy: Policy;
  readonly selection: Selection;
  /** The model that savings are measured against; `null` when no known model can serve as one. */
  readonly baseline: Model | null;
  readonly decidedInMs: number;
  readonly explain: boolean;
  readonly callOptions: TierwiseCallOptions;
}
