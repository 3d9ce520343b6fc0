import type { Policy, Task } from '@tierwise/selector';

/**
 * What one call may say in `providerOptions.tierwise`. Every key is optional; what a call does not say, the
 * general policy decides, except that a data policy can only be tightened.
 */
export interface TierwiseCallOptions extends Policy {
  /** Overrides the detected kind of work. */
  readonly task?: Task | undefined;
  /** Overrides the estimated difficulty, 0 (easy) … 1 (hard). */
  readonly difficulty?: number | undefined;
  /**
   * Groups calls of a conversation, at most 256 characters. OpenRouter's sticky routing keeps their prompt cache warm, and for five
   * minutes leaving the model that served last has the price of its cache; inside a tool loop nothing weaker comes first.
   */
  readonly session?: string | undefined;
  /** Report every dropped model and why, in this call's metadata. */
  readonly explain?: boolean | undefined;
}
