import type { Capability } from '../model.ts';

/** A model that a config relies on, with the facts it relies on. */
export interface ExpectedModel {
  readonly id: string;
  /** USD per 1M tokens, plain decimals. `'0'` for both says that the model is expected to be free. */
  readonly inputUsdPerMillion?: string;
  readonly outputUsdPerMillion?: string;
  /** The window must be at least this large. */
  readonly contextTokens?: number;
  /** The model must have these. */
  readonly capabilities?: readonly Capability[];
}
