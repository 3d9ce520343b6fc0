import type { Fault } from './fault.ts';
import { problemOfFault } from './problem-of-fault.ts';

/** @throws TypeError naming what is wrong: a caller without types may give anything. */
export function assertFault(fault: Fault): void {
  const problem = problemOfFault(fault);
  if (problem !== undefined) throw new TypeError(`Invalid fault: ${problem}.`);
}
