/** One question and how a cheap and a strong side answered it, each from 0 to 1. */
export interface OutcomePair {
  readonly prompt: string;
  readonly weak: number;
  readonly strong: number;
}

/** A question of a known data set with what training needs. */
export interface OutcomeItem extends OutcomePair {
  readonly collection: string;
  readonly task: string;
  /** Data sets of one family are never split between training and test. */
  readonly family: string;
  /** Minus the logit of the smoothed share of models that solved it. */
  readonly hardness: number;
}
