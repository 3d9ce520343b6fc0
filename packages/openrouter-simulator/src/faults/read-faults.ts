import { WireError } from '../http/wire-error.ts';
import type { Fault } from './fault.ts';
import { problemOfFault } from './problem-of-fault.ts';

const isFault = (value: unknown): value is Fault => problemOfFault(value) === undefined;

/** Reads faults that came as JSON. @throws WireError 400 naming the first problem. */
export function readFaults(value: unknown): Fault[] {
  if (!Array.isArray(value))
    throw new WireError({ status: 400, message: '"faults" must be a list' });
  const problem = value.map(problemOfFault).find((found) => found !== undefined);
  if (problem !== undefined)
    throw new WireError({ status: 400, message: `Invalid fault: ${problem}` });
  return value.filter(isFault);
}
