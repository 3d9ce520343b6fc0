import type { ChainOptions } from '../chain/chain-options.ts';
import type { KnownNames } from './refuse-unknown.ts';

/** The options that every kind of model takes. */
export const chainOptionNames: KnownNames<ChainOptions> = {
  attemptTimeoutMs: true,
  backoffBaseMs: true,
  backoffCapMs: true,
  clock: true,
  events: true,
  failurePolicy: true,
  firstContentTimeoutMs: true,
  maxAttempts: true,
  minAttemptMs: true,
  random: true,
  retryBudget: true,
  stallTimeoutMs: true,
  telemetry: true,
  totalTimeoutMs: true,
};
