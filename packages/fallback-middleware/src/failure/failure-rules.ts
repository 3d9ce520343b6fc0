import type { FailureClass } from './failure-class.ts';

/** What the chain does after a failure. `jump` goes to a candidate that cures the cause and falls back to `next`. */
export type FailureAction = 'retry' | 'next' | 'stop' | 'jump';

/** How far a failure reaches: which other candidates it rules out for this call, and whether it says anything about health. */
export type FailureScope =
  | 'request'
  | 'candidate'
  | 'endpoint'
  | 'host'
  | 'account'
  | 'free-quota'
  | 'local';

/** One row of the table: what to do, how far it reaches, how often the same candidate may be asked again. */
export interface FailureRule {
  readonly action: FailureAction;
  readonly scope: FailureScope;
  /** With `retry`: at once. Otherwise: only when no other candidate is left. Each wait is a full-jitter back-off. */
  readonly retries: number;
  /** Only with `jump`. */
  readonly jumpTo?: 'larger-window' | 'successor';
}

/** A caller's changes to the table, class by class; fields left out keep their default. */
export type FailurePolicy = Readonly<Partial<Record<FailureClass, Partial<FailureRule>>>>;

/** The default table. Reasons: a failover never waits, and a caller's own mistake is never shopped around. */
export const failureRules: Readonly<Record<FailureClass, FailureRule>> = {
  'rate-limited': { action: 'next', scope: 'endpoint', retries: 1 },
  'quota-exhausted': { action: 'next', scope: 'free-quota', retries: 0 },
  overloaded: { action: 'next', scope: 'endpoint', retries: 1 },
  'upstream-error': { action: 'next', scope: 'endpoint', retries: 1 },
  timeout: { action: 'next', scope: 'endpoint', retries: 0 },
  stalled: { action: 'next', scope: 'endpoint', retries: 0 },
  network: { action: 'next', scope: 'host', retries: 1 },
  empty: { action: 'next', scope: 'endpoint', retries: 0 },
  truncated: { action: 'next', scope: 'endpoint', retries: 0 },
  'error-finish': { action: 'next', scope: 'endpoint', retries: 0 },
  'invalid-output': { action: 'next', scope: 'candidate', retries: 0 },
  'bad-tool-call': { action: 'next', scope: 'candidate', retries: 0 },
  'context-overflow': {
    action: 'jump',
    jumpTo: 'larger-window',
    scope: 'candidate',
    retries: 0,
  },
  unsupported: { action: 'next', scope: 'candidate', retries: 0 },
  'model-gone': { action: 'jump', jumpTo: 'successor', scope: 'candidate', retries: 0 },
  'free-variant-ended': { action: 'jump', jumpTo: 'successor', scope: 'candidate', retries: 0 },
  'no-endpoint': { action: 'jump', jumpTo: 'successor', scope: 'candidate', retries: 0 },
  moderated: { action: 'stop', scope: 'request', retries: 0 },
  'content-filter': { action: 'next', scope: 'candidate', retries: 0 },
  'payment-required': { action: 'next', scope: 'candidate', retries: 0 },
  'in-flight-budget': { action: 'next', scope: 'candidate', retries: 1 },
  auth: { action: 'next', scope: 'account', retries: 0 },
  'bad-request': { action: 'stop', scope: 'request', retries: 0 },
  aborted: { action: 'stop', scope: 'local', retries: 0 },
  unknown: { action: 'next', scope: 'candidate', retries: 0 },
};

/** The rule for a class under a policy. */
export function ruleFor(failureClass: FailureClass, policy?: FailurePolicy): FailureRule {
  const override = policy?.[failureClass];
  return override === undefined
    ? failureRules[failureClass]
    : { ...failureRules[failureClass], ...override };
}
