import { isRecord } from '../http/json.ts';
import { WireError } from '../http/wire-error.ts';
import type { Fault } from './fault.ts';

/** Every kind of fault; the record makes the compiler count them. */
const KINDS: Readonly<Record<Fault['type'], true>> = {
  status: true,
  'error-in-200': true,
  'sse-error': true,
  'finish-error': true,
  empty: true,
  'no-choices': true,
  cut: true,
  'truncated-tool-arguments': true,
  'malformed-json': true,
  html: true,
  reset: true,
  hang: true,
  stall: true,
  'slow-headers': true,
  'slow-drip': true,
  'duplicate-chunks': true,
  'slow-close': true,
  'no-done': true,
  'null-usage': true,
  'wrong-usage': true,
  'null-cost': true,
  'huge-line': true,
  gone: true,
  'free-ended': true,
  'price-change': true,
};

/** The names of all faults. */
export const FAULT_TYPES: readonly string[] = Object.keys(KINDS);

const PLACES = ['before-headers', 'before-content', 'after-content', 'tool-arguments'];

function problemOf(value: unknown): string | undefined {
  if (!isRecord(value)) return 'a fault is an object';
  if (!FAULT_TYPES.includes(String(value['type'])))
    return `unknown fault type ${JSON.stringify(value['type'])}; there are ${FAULT_TYPES.join(', ')}`;
  if (value['type'] === 'status' && typeof value['status'] !== 'number')
    return 'a status fault needs a "status"';
  if (value['at'] !== undefined && !PLACES.some((place) => place === value['at']))
    return `"at" is one of ${PLACES.join(', ')}`;
  return undefined;
}

const isFault = (value: unknown): value is Fault => problemOf(value) === undefined;

/** Reads faults that came as JSON. @throws WireError 400 naming the first problem. */
export function readFaults(value: unknown): Fault[] {
  if (!Array.isArray(value))
    throw new WireError({ status: 400, message: '"faults" must be a list' });
  const problem = value.map(problemOf).find((found) => found !== undefined);
  if (problem !== undefined)
    throw new WireError({ status: 400, message: `Invalid fault: ${problem}` });
  return value.filter(isFault);
}
