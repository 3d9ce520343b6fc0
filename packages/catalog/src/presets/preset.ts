import type { ExpectedModel } from '../check/expected-model.ts';
import type { IsoDate } from '../model.ts';

/** A list of models as someone recommended it on a day. Data with a date: check it before use with `checkModels`. */
export interface Preset {
  readonly name: string;
  readonly asOf: IsoDate;
  /** Ids by the use they were recommended for, best first. */
  readonly pools: Readonly<Record<string, readonly string[]>>;
  /** Every model of the list, with what was said about it. */
  readonly models: readonly ExpectedModel[];
}
