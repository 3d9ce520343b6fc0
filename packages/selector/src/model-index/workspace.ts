/**
 * Room for scoring the models of a table, by rank among the suitable ones. It is filled anew for each call and in use only
 * while a choice is made, in which no code of anybody else runs.
 */
export interface Workspace {
  /** Places in the table. One more than there are models, so that a loop may write before it decides. */
  readonly places: Int32Array;
  /** The logit of P(ok) at the caution that was asked for, below zero: like a cost, the least is best. */
  readonly losses: Float64Array;
  /** Rough cost in USD. */
  readonly costs: Float64Array;
  /** What a goal compares beside these: the least is best. */
  readonly keys: Float64Array;
  /** The best rank of each vendor, by the vendor's number. */
  readonly bests: Int32Array;
}

export function makeWorkspace(models: number, vendors: number): Workspace {
  return {
    places: new Int32Array(models + 1),
    losses: new Float64Array(models),
    costs: new Float64Array(models),
    keys: new Float64Array(models),
    bests: new Int32Array(vendors),
  };
}
