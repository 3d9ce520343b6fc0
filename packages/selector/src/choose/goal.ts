/**
 * What a choice is for. The most exact member that is given decides: `valueUsd`, then `target`, then `dial`, then `profile`.
 */
export interface Goal {
  /** A named goal. Default `balanced`. */
  readonly profile?: Profile | undefined;
  /** The least chance of a right answer; the cheapest model that reaches it answers. 0 … 1. */
  readonly target?: number | undefined;
  /**
   * How sure to be that the target is met although abilities are only estimated, 0.5 … 0.99: the lower bound of the ability at
   * this confidence has to reach it. Default: the estimate with its uncertainty averaged out.
   */
  readonly confidence?: number | undefined;
  /** 0 (cheapest) … 10 (ablest); 5 is `balanced`. */
  readonly dial?: number | undefined;
  /** What a right answer is worth, USD as a decimal string: then P(ok) · value − cost is maximised. */
  readonly valueUsd?: string | undefined;
  /**
   * What a second of waiting is worth, USD as a decimal string: it is added to the cost that candidates are compared by. A model
   * whose speed is not known (`endpoints` and `speeds` of `indexModels`) waits for nothing. Default 0.
   */
  readonly latencyUsdPerSecond?: string | undefined;
}

/**
 * `free-only`: the ablest free model. `cheapest`: right more often than not. `balanced`: right nine times of ten. `quality`: the
 * cheapest of those that are nearly as good as the best.
 */
export type Profile = 'free-only' | 'cheapest' | 'balanced' | 'quality';
