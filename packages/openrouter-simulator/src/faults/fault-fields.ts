import type { Fault, FaultError, FaultKind, FaultScope } from './fault.ts';

/** Every field of a type but `type`; the records make the compiler count them. */
type FieldsOf<Type> = { readonly [Name in Exclude<keyof Type, 'type'>]-?: true };

const ERROR: FieldsOf<FaultError> = {
  code: true,
  message: true,
  errorType: true,
  metadata: true,
  availability: true,
};

/** The fields that narrow any fault. */
export const SCOPE_FIELDS: FieldsOf<FaultScope> = {
  model: true,
  provider: true,
  route: true,
  nth: true,
  times: true,
  probability: true,
  fromMs: true,
  untilMs: true,
};

/** The fields of each kind of fault. */
export const KIND_FIELDS: {
  readonly [Type in Fault['type']]: FieldsOf<Extract<FaultKind, { type: Type }>>;
} = {
  status: { status: true, retryAfterSeconds: true, headers: true, body: true, ...ERROR },
  'error-in-200': { position: true, ...ERROR },
  'sse-error': { at: true, ...ERROR },
  'finish-error': { at: true },
  empty: {},
  'no-choices': {},
  cut: { at: true },
  'truncated-tool-arguments': {},
  'malformed-json': {},
  html: { status: true, bytes: true },
  reset: { at: true },
  hang: {},
  stall: { at: true, ms: true },
  'slow-headers': { ms: true },
  'slow-drip': { ms: true },
  'duplicate-chunks': {},
  'slow-close': {},
  'no-done': {},
  'null-usage': {},
  'wrong-usage': { factor: true },
  'null-cost': {},
  'huge-line': { bytes: true },
  gone: { successor: true },
  'free-ended': { successor: true },
  'price-change': { pricing: true },
};

/** The names of all faults. */
export const FAULT_TYPES: readonly string[] = Object.keys(KIND_FIELDS);

/** Whether a text is the name of a fault. */
export function isFaultType(value: unknown): value is Fault['type'] {
  return typeof value === 'string' && Object.hasOwn(KIND_FIELDS, value);
}
