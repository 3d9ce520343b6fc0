/** Every way in which an attempt can fail, in the words the report, the events and the policy use. */
export const failureClasses = [
  'rate-limited',
  'quota-exhausted',
  'overloaded',
  'upstream-error',
  'timeout',
  'stalled',
  'network',
  'empty',
  'truncated',
  'error-finish',
  'invalid-output',
  'bad-tool-call',
  'context-overflow',
  'unsupported',
  'model-gone',
  'free-variant-ended',
  'no-endpoint',
  'moderated',
  'content-filter',
  'payment-required',
  'in-flight-budget',
  'auth',
  'bad-request',
  'aborted',
  'unknown',
] as const;

/** One of {@link failureClasses}. */
export type FailureClass = (typeof failureClasses)[number];
