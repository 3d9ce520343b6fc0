import type { Fault } from './fault.ts';

/** Faults after which OpenRouter's zero-completion insurance, or plain failure, leaves nothing to pay. */
const UNBILLED = new Set<Fault['type']>([
  'error-in-200',
  'sse-error',
  'finish-error',
  'no-choices',
  'reset',
]);

/** Whether a call spoiled by this fault is charged. A clean cut, a stall or wrong figures are the client's loss: the model ran. */
export function isBilled(fault: Fault | undefined): boolean {
  return fault === undefined || !UNBILLED.has(fault.type);
}

/** Faults after which the caller holds no usable answer. */
const FAILED = new Set<Fault['type']>([
  'error-in-200',
  'sse-error',
  'finish-error',
  'no-choices',
  'reset',
  'empty',
  'cut',
  'malformed-json',
  'truncated-tool-arguments',
]);

/** Whether the request log calls the answer failed. */
export function isFailure(fault: Fault | undefined): boolean {
  return fault !== undefined && FAILED.has(fault.type);
}
